package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.validators.rules.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** A file of dated facts beside a class. */
public final class DataFile {
    private DataFile() {}

    /** The lines of a text file without comments and blank ones. */
    public static Set<String> lines(Class<?> beside, String name) {
        return WordList.read(beside, name);
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
