package dev.alain.validators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shared notebooks; tests that need them are skipped where they do not lie beside the project. */
public final class Notebooks {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../../shared/data"));

    private Notebooks() {}

    /** Every fourth of these in a build, all of them with {@code -Pgate}. */
    public static <T> List<T> sample(List<T> all) {
        return Boolean.getBoolean("gate")
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % 4 == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    static List<Path> dev() {
        return in(DATA.resolve("notebooks/dev"));
    }

    static List<Path> predecessors() {
        return in(DATA.resolve("predecessor-notebooks"));
    }

    private static List<Path> in(Path folder) {
        assumeTrue(Files.isDirectory(folder), () -> "no " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
