package dev.alain.validators.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A resource with one word a line; lines with a number sign are comments. */
public final class WordList {
    private WordList() {}

    /** The words of a file beside this class, in order. */
    public static List<String> read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .toList();
    }

    static byte[] bytes(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name, e);
        }
    }
}
