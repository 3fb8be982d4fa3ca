package dev.alain.code;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the code of a notebook.
 *
 * @param cells one entry a code cell, in order
 */
public record CodeAnalysis(List<CellAnalysis> cells) {
    /** Copies the list. */
    public CodeAnalysis {
        cells = List.copyOf(cells);
    }

    /** What is known of one cell. */
    public Optional<CellAnalysis> cell(String id) {
        return cells.stream().filter(cell -> cell.cellId().equals(id)).findFirst();
    }

    /**
     * One code cell.
     *
     * @param syntaxError what CPython would say; empty when the cell parses
     * @param imports full names of imported modules
     * @param bound names that the cell defines
     * @param used names that the cell reads and does not define before
     */
    public record CellAnalysis(
            String cellId, Optional<SyntaxError> syntaxError, List<Name> imports, List<Name> bound, List<Name> used) {
        /** Copies the lists. */
        public CellAnalysis {
            imports = List.copyOf(imports);
            bound = List.copyOf(bound);
            used = List.copyOf(used);
        }
    }

    /** A name at a place, lines and columns from 1. */
    public record Name(String name, int line, int column) {}

    /** A syntax error at a place, lines and columns from 1. */
    public record SyntaxError(String message, int line, int column) {}
}
