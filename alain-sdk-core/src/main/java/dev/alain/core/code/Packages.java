package dev.alain.core.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Package names and the versions that were tried together. */
public final class Packages {
    private final JsonNode table;

    /** The shipped list. */
    public Packages() {
        try (InputStream in = Packages.class.getResourceAsStream("packages.json")) {
            if (in == null) {
                throw new IllegalStateException("resource packages.json is missing from the jar");
            }
            this.table = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("resource packages.json", e);
        }
    }

    /** Requirements of the form {@code name==version}, sorted, {@code ipywidgets} always among them. */
    public List<String> pinned(List<String> names) {
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
    public Optional<String> ofImport(String module) {
        JsonNode name = table.path("imports").path(module);
        return name.isTextual() ? Optional.of(name.asText()) : Optional.empty();
    }

    public boolean isKnown(String name) {
        return table.path("versions").has(name);
    }

    /** The names of all packages, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        table.path("versions").fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** The package that a requirement line names, however it is written; empty when it is not in the list. */
    public Optional<String> ofRequirement(String line) {
        String text = line.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        String name = text.substring(0, end);
        return isKnown(name) ? Optional.of(name) : ofImport(name.replace('-', '_'));
    }

    /** Whether a module comes with Python. */
    public boolean isStandard(String module) {
        for (JsonNode name : table.path("standard")) {
            if (name.asText().equals(module)) {
                return true;
            }
        }
        return false;
    }
}
