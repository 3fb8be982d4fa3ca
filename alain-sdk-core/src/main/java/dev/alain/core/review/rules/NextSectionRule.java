package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Every step ends with a hint to the next section. */
final class NextSectionRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN009",
            "next-section",
            "Every step ends with a hint to the next section",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        Contract.stepTexts(notebook).forEach((cell, text) -> {
            if (!text.contains("**Next section:**")) {
                report(findings, cell, "the step does not say what comes next");
            }
            if (!text.contains("**Before you start:**")) {
                report(findings, cell, "the step has no prerequisite check");
            }
        });
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
