package dev.alain.core.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.core.code.Packages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which package a module comes from; names are never guessed, for a guessed one may be anybody's package. */
final class ImportNames {
    private final Packages packages = new Packages();
    private final JsonNode table;
    private final Set<String> standard = new HashSet<>();

    ImportNames() {
        this.table = table();
        table.path("standard").forEach(name -> standard.add(name.asText()));
    }

    boolean isStandard(String module) {
        return standard.contains(module);
    }

    /** The package; empty for a module that no table knows. */
    Optional<String> packageOf(String module) {
        return packages.ofImport(module)
                .or(() ->
                        Optional.ofNullable(table.path("packages").path(module).asText(null)));
    }

    private static JsonNode table() {
        try (InputStream in = ImportNames.class.getResourceAsStream("imports.json")) {
            if (in == null) {
                throw new IllegalStateException("resource imports.json is missing from the jar");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("resource imports.json", e);
        }
    }
}
