package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** The notebook states reading time, figures, teacher and sources. */
final class AboutRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN018",
            "about",
            "The notebook states reading time, figures, teacher and sources",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String text = Contract.text(notebook, "about");
        if (!text.contains("Reading time") || !text.contains("Written by") || !text.contains("sha256")) {
            report(findings, "reading time, teacher or sources are missing");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
