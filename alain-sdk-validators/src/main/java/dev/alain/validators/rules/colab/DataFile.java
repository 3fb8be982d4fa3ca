package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** A file of dated facts beside a class. */
public final class DataFile {
    private DataFile() {}

    /** The lines of a text file without comments and blank ones. */
    public static Set<String> lines(Class<?> beside, String name) {
        Set<String> lines = new LinkedHashSet<>();
        new String(bytes(beside, name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(lines::add);
        return lines;
    }

    /** A JSON file. */
    public static JsonNode json(Class<?> beside, String name) {
        try {
            return new ObjectMapper().readTree(bytes(beside, name));
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + name, e);
        }
    }

    private static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + name, e);
        }
    }
}
