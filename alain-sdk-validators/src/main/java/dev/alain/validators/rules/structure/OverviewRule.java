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

/** Prose comes before the first code. */
final class OverviewRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR004");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        int least = (int) view.threshold("STR004.words", 30);
        int words = 0;
        for (Cell cell : view.cells()) {
            words += Words.of(view).in(cell.id());
            boolean code = cell instanceof CodeCell && !CellKinds.isPreamble(cell) && !CellKinds.installs(cell);
            if (code && words < least) {
                findings.report(Finding.of(INFO, "only " + words + " words of prose stand before the first code")
                        .cell(cell.id())
                        .remedy("say first what the notebook does and for whom, in " + least + " words or more")
                        .fixes(Fix.instruct(cell.id(), "Write an overview of the notebook before the first code cell."))
                        .build());
            }
            if (code) {
                return;
            }
        }
    }
}
