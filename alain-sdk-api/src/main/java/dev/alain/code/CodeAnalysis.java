package dev.alain.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the code of a notebook. Immutable. */
public final class CodeAnalysis {
    private final List<CellAnalysis> cells;
    private final List<NameProblem> problems;
    private final Map<String, CellAnalysis> byId = new HashMap<>();

    /**
     * @param cells one entry a code cell, in order
     * @param problems what is wrong with names when the cells run from top to bottom, in order of cells and lines
     */
    public CodeAnalysis(List<CellAnalysis> cells, List<NameProblem> problems) {
        this.cells = List.copyOf(cells);
        this.problems = List.copyOf(problems);
        this.cells.forEach(cell -> byId.putIfAbsent(cell.cellId(), cell));
    }

    /** One entry a code cell, in order. */
    public List<CellAnalysis> cells() {
        return cells;
    }

    /** What is wrong with names when the cells run from top to bottom, in order of cells and lines. */
    public List<NameProblem> problems() {
        return problems;
    }

    /** What is known of one cell; empty when there is no code cell of that id. */
    public Optional<CellAnalysis> cell(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public String toString() {
        return "CodeAnalysis[" + cells.size() + " cells, " + problems.size() + " problems with names]";
    }
}
