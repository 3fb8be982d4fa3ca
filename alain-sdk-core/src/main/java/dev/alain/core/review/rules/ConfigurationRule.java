package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Configuration explains every environment variable and where a key goes. */
final class ConfigurationRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN006",
            "configuration",
            "Configuration explains every environment variable and where a key goes",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String text = Contract.text(notebook, "configuration-text");
        if (!text.contains("| Variable |") || !text.contains("notebooks are shared")) {
            report(findings, "environment variables or the note on keys are missing");
        }
        if (Contract.text(notebook, "configuration").isEmpty()) {
            report(findings, "the configuration cell is missing");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
