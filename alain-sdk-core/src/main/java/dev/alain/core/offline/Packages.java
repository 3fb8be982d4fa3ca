package dev.alain.core.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Package names and the versions that were tried together. */
final class Packages {
    private final JsonNode table;

    Packages(Catalogue catalogue) {
        this.table = catalogue.packages();
    }

    /** Requirements of the form {@code name==version}, sorted, {@code ipywidgets} always among them. */
    List<String> pinned(List<String> names) {
        TreeSet<String> all = new TreeSet<>(names);
        all.add("ipywidgets");
        List<String> pinned = new ArrayList<>();
        for (String name : all) {
            String version = table.path("versions").path(name).asText("");
            if (version.isEmpty()) {
                throw new IllegalStateException("package " + name + " is not in packages.json");
            }
            pinned.add(name + "==" + version);
        }
        return pinned;
    }

    /** The package that provides a module; empty for the standard library and for modules that are not known. */
    Optional<String> ofImport(String module) {
        JsonNode name = table.path("imports").path(module);
        return name.isTextual() ? Optional.of(name.asText()) : Optional.empty();
    }

    boolean isKnown(String name) {
        return table.path("versions").has(name);
    }

    /** Whether a module comes with Python. */
    boolean isStandard(String module) {
        for (JsonNode name : table.path("standard")) {
            if (name.asText().equals(module)) {
                return true;
            }
        }
        return false;
    }
}
