package dev.alain.notebook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shared notebooks and vectors; tests that need them are skipped where they do not lie beside the project. */
final class Corpus {
    static final Path NOTEBOOKS = Path.of(System.getProperty("shared.data", "../../shared/data"), "notebooks");

    private Corpus() {}

    static Path file(String name) {
        Path file = NOTEBOOKS.resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + file);
        return file;
    }

    static List<JsonNode> lines(String name) {
        try (Stream<String> lines = Files.lines(file(name))) {
            return lines.map(Corpus::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return NotebookReader.MAPPER.readTree(text);
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
