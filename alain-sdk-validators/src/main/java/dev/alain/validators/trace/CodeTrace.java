package dev.alain.validators.trace;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;

/**
 * What the code of a notebook does, cell by cell, names carried from one to the next.
 *
 * <p>Constant text is put together as Python would, so that {@code getattr(os, 'sys' + 'tem')} is {@code os.system}.
 * It needs no parser, so a cell that is broken on purpose hides nothing.
 */
public record CodeTrace(List<CellTrace> cells) {
    /** Copies the list. */
    public CodeTrace {
        cells = List.copyOf(cells);
    }

    /** The trace of a notebook, made once. */
    public static CodeTrace of(NotebookView view) {
        return view.derived(CodeTrace.class, CodeTrace::read);
    }

    private static CodeTrace read(NotebookView view) {
        Names names = new Names();
        List<CellTrace> cells = new ArrayList<>();
        for (CodeCell cell : view.code()) {
            cells.add(StatementReader.read(cell.id(), cell.source(), names));
        }
        return new CodeTrace(cells);
    }

    /** The value of an expression on its own. */
    static Value constant(String expression) {
        return StatementReader.nested(expression, new Names(), Found.nothing(), 1, 1);
    }

    /** The trace of code on its own. */
    public static CellTrace of(String cellId, String code) {
        return StatementReader.read(cellId, code, new Names());
    }
}
