package dev.alain.validators.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A list kept as a text file: one entry a line, comments after a number sign at the start. */
public final class WordList {
    private WordList() {}

    /** The entries of a file beside a class, as a set. */
    public static Set<String> read(Class<?> beside, String file) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(lines(beside, file)));
    }

    /** The entries of a file beside a class, in order. */
    public static List<String> lines(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the list " + file + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + file, e);
        }
    }
}
