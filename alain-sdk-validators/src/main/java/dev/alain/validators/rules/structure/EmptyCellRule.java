package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** No cell is empty. */
final class EmptyCellRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR013");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            if (cell.source().isBlank()) {
                findings.report(Finding.of(INFO, "the " + cell.type() + " cell is empty")
                        .cell(cell.id())
                        .remedy("remove it")
                        .fixes(Fix.safe("removes the empty cell", new Fix.RemoveCell(cell.id())))
                        .build());
            }
        }
    }
}
