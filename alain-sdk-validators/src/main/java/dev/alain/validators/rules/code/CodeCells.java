package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The analysed code cells of a notebook as this family sees them. */
final class CodeCells {
    /** No cell is reported more often by one rule. */
    static final int MOST_PER_CELL = 20;

    private static final Set<String> EXEMPTING = Set.of("raises-exception", "skip-execution");

    private static final Set<String> BARE_MAGICS = Set.of(
            "pip",
            "conda",
            "mamba",
            "uv",
            "ls",
            "cd",
            "pwd",
            "cat",
            "cp",
            "mv",
            "rm",
            "mkdir",
            "rmdir",
            "who",
            "whos",
            "time",
            "timeit",
            "run",
            "matplotlib",
            "env",
            "history",
            "man",
            "more",
            "less",
            "load",
            "pinfo",
            "reset",
            "magic",
            "lsmagic",
            "pycat",
            "store",
            "ll",
            "la",
            "lf");

    private final List<CellAnalysis> all;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, CodeCell> byId = new HashMap<>();
    private final Set<String> exempt = new HashSet<>();

    private CodeCells(NotebookView view) {
        this.all = view.analysis().map(CodeAnalysis::cells).orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            order.put(all.get(i).cellId(), i);
        }
        for (CodeCell cell : view.code()) {
            byId.put(cell.id(), cell);
            if (cell.tags().stream().anyMatch(EXEMPTING::contains)) {
                exempt.add(cell.id());
            }
        }
    }

    static CodeCells of(NotebookView view) {
        return view.derived(CodeCells.class, CodeCells::new);
    }

    /** Every one, in order. */
    List<CellAnalysis> all() {
        return all;
    }

    /** Those that are meant to run without an error. */
    List<CellAnalysis> running() {
        return all.stream().filter(cell -> !isExempt(cell.cellId())).toList();
    }

    /** Whether a cell's tags say that it fails on purpose or is not run. */
    boolean isExempt(String id) {
        return exempt.contains(id);
    }

    /** The place of a cell among the code cells, from 0. */
    int indexOf(String id) {
        return order.getOrDefault(id, -1);
    }

    /**
     * Whether IPython takes a cell for a magic although no per cent sign stands before it.
     *
     * <p>It does so for cells of one line, such as {@code pip install x}, {@code ls} and {@code pwd}.
     */
    boolean isBareMagic(String id) {
        String source = source(id).strip();
        int space = source.indexOf(' ');
        return source.indexOf('\n') < 0 && BARE_MAGICS.contains(space < 0 ? source : source.substring(0, space));
    }

    /** A line of a cell's text, from 1; empty when there is none. */
    String line(String id, int line) {
        return Optional.ofNullable(byId.get(id))
                .flatMap(cell ->
                        cell.source().lines().skip(Math.max(0, line - 1)).findFirst())
                .orElse("");
    }

    /** The text of a cell. */
    String source(String id) {
        CodeCell cell = byId.get(id);
        return cell == null ? "" : cell.source();
    }
}
