package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.List;
import java.util.Set;

/** Troubleshooting, summary, next steps and two references with URLs close the notebook. */
final class ClosingRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN012",
            "closing",
            "Troubleshooting, summary, next steps and two references with URLs close the notebook",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        for (String id : List.of("troubleshooting", "summary", "next-steps", "references")) {
            if (Contract.text(notebook, id).lines().count() < 3) {
                report(findings, "the " + id + " cell is missing or empty");
            }
        }
        long links = Contract.text(notebook, "references")
                .lines()
                .filter(line -> line.contains("](https://"))
                .count();
        if (links < 2) {
            report(findings, "references", "expected at least 2 references with a URL, found " + links);
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
