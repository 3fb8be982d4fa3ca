package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;

/** The notebook has neither too many cells nor too few. */
final class CellCountRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR012");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        long cells =
                view.cells().stream().filter(cell -> !cell.source().isBlank()).count();
        if (view.notebook().isEmpty()) {
            return;
        }
        double remark = view.threshold("STR012.remark-cells", 50);
        double warning = view.threshold("STR012.warning-cells", 60);
        if (cells > Math.min(remark, warning)) {
            findings.report(Finding.of(INFO, "the notebook has " + cells + " cells")
                    .severity(cells > warning ? Severity.WARNING : Severity.INFO)
                    .remedy("split it into parts that can be finished at one sitting")
                    .build());
        } else if (cells < view.threshold("STR012.least-cells", 5)) {
            findings.report(Finding.of(INFO, "the notebook has only " + cells + (cells == 1 ? " cell" : " cells"))
                    .remedy("divide it into steps with prose between them")
                    .build());
        }
    }
}
