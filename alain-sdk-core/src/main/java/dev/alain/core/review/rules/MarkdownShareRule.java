package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Between 40 and 70 percent of the cells are markdown. */
final class MarkdownShareRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN013",
            "markdown-share",
            "Between 40 and 70 percent of the cells are markdown",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        long markdown = notebook.cells().stream()
                .filter(cell -> cell.type().equals("markdown"))
                .count();
        double share = notebook.cells().isEmpty()
                ? 0
                : (double) markdown / notebook.cells().size();
        if (share < 0.40 || share > 0.70) {
            report(findings, "the share of markdown cells is " + Math.round(share * 100) + " %, not 40 to 70 %");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
