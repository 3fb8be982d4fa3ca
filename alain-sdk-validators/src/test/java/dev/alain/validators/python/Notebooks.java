package dev.alain.validators.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notebooks from texts, and the shared ones; tests that need those are skipped where they do not lie beside. */
final class Notebooks {
    private static final Path ROOT = Path.of(System.getProperty("shared.data", "../../shared/data"), "notebooks");
    private static final JsonMapper MAPPER = new JsonMapper();

    private Notebooks() {}

    /** A notebook of code cells with ids {@code c0}, {@code c1}, …. */
    static Notebook of(String... cells) {
        List<Cell> code = new ArrayList<>();
        for (String cell : cells) {
            code.add(CodeCell.of("c" + code.size(), cell));
        }
        return Notebook.of(metadata(), code);
    }

    static CodeAnalysis analyze(String... cells) {
        return new PythonAnalyzer().analyze(of(cells));
    }

    static CellAnalysis cell(String text) {
        return analyze(text).cells().get(0);
    }

    static ObjectNode metadata() {
        return JsonNodeFactory.instance.objectNode();
    }

    static boolean exists(String name) {
        return Files.exists(ROOT.resolve(name));
    }

    /** The lines of a file of JSON lines. */
    static List<JsonNode> lines(String name) {
        Path file = ROOT.resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + file);
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                lines.add(MAPPER.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The texts of a notebook's cells; null for what is no code. Formats 3 and 4. */
    static List<String> code(String name) {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(ROOT.resolve(name)));
            List<String> cells = new ArrayList<>();
            root.path("cells").forEach(cell -> cells.add(text(cell, "source")));
            root.path("worksheets")
                    .forEach(sheet -> sheet.path("cells").forEach(cell -> cells.add(text(cell, "input"))));
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode cell, String key) {
        if (!cell.path("cell_type").asText().equals("code")) {
            return null;
        }
        JsonNode text = cell.path(key);
        StringBuilder all = new StringBuilder(text.asText(""));
        text.forEach(line -> all.append(line.asText()));
        return all.toString();
    }

    /** A shared notebook with ids that are the numbers of its cells. */
    static Notebook shared(String name) {
        List<Cell> cells = new ArrayList<>();
        for (String text : code(name)) {
            String id = String.valueOf(cells.size());
            cells.add(text == null ? MarkdownCell.of(id, "") : CodeCell.of(id, text));
        }
        return Notebook.of(metadata(), cells);
    }
}
