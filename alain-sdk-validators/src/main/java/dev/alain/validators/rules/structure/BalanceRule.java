package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;

/** Prose and code keep a balance. */
final class BalanceRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR008");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        long code = count(view, "code");
        long markdown = count(view, "markdown");
        // A ratio of a handful of cells says nothing.
        if (code + markdown < view.threshold("STR008.least-cells", 5)) {
            return;
        }
        double ratio = code == 0 ? Double.POSITIVE_INFINITY : (double) markdown / code;
        boolean error = ratio < view.threshold("STR008.error-ratio", 0.1);
        String cells = code + " code cells and " + markdown + " of prose";
        if (error || ratio < view.threshold("STR008.least-ratio", 0.3)) {
            findings.report(Finding.of(INFO, "there are " + cells + ": too little is explained")
                    .severity(error ? Severity.ERROR : Severity.WARNING)
                    .remedy("write a markdown cell before each step, or join cells that belong together")
                    .build());
        } else if (ratio > view.threshold("STR008.greatest-ratio", 4)) {
            findings.report(Finding.of(INFO, "there are " + cells + ": there is little to run")
                    .remedy("show more of it in code, or publish it as a page")
                    .build());
        }
    }

    private static long count(NotebookView view, String type) {
        return view.cells().stream()
                .filter(cell -> cell.type().equals(type) && !cell.source().isBlank() && !CellKinds.isPreamble(cell))
                .count();
    }
}
