package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** The notebook opens with prose. */
final class FirstCellRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Optional<Cell> first = view.cells().stream()
                .filter(cell -> !CellKinds.isPreamble(cell))
                .findFirst();
        if (first.isPresent() && first.get() instanceof CodeCell) {
            String cell = first.get().id();
            findings.report(Finding.of(INFO, "the first cell is code")
                    .cell(cell)
                    .remedy("open with a title and a paragraph on what the notebook does")
                    .fixes(Fix.instruct(
                            cell, "Write a markdown cell before this one: a title and what the reader gets."))
                    .build());
        }
    }
}
