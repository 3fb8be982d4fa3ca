package dev.alain.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real cards and models; tests that need them are skipped where they do not lie beside the project. */
public final class SharedData {
    private static final Path ROOT = Path.of(System.getProperty("shared.data", "../../shared/data"));

    private SharedData() {}

    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + file);
        return file;
    }

    /** Every card: of the models, and the loose ones with their edge cases. */
    public static List<Path> cards() {
        return Stream.of("models", "model-cards")
                .flatMap(folder -> cards(file(folder)).stream())
                .toList();
    }

    private static List<Path> cards(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
