package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Prerequisites name hardware and memory. */
final class PrerequisitesRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN004",
            "prerequisites",
            "Prerequisites name hardware and memory",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String text = Contract.text(notebook, "prerequisites");
        if (!text.startsWith("## Prerequisites") || !text.contains("- ") || !text.contains("memory")) {
            report(findings, "prerequisites, hardware or memory need are missing");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
