package dev.alain.validators.rules.colab;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a notebook's code cells, split once. */
record SourceLines(Map<String, List<String>> cells) {
    SourceLines {
        cells = Map.copyOf(cells);
    }

    static SourceLines of(NotebookView view) {
        return view.derived(SourceLines.class, SourceLines::read);
    }

    private static SourceLines read(NotebookView view) {
        Map<String, List<String>> cells = new HashMap<>();
        for (CodeCell cell : view.code()) {
            cells.putIfAbsent(cell.id(), List.of(cell.source().split("\n", -1)));
        }
        return new SourceLines(cells);
    }

    /** The lines of a cell; none when there is no such cell. */
    List<String> of(String cell) {
        return cells.getOrDefault(cell, List.of());
    }

    /** A line from 1; empty when there is none. */
    String line(String cell, int line) {
        List<String> lines = of(cell);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }
}
