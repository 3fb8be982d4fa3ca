package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Every step has a tip, warning or note. */
final class CalloutsRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN008", "callouts", "Every step has a tip, warning or note", Severity.ERROR, Set.of("alain"), false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        Contract.stepTexts(notebook).forEach((cell, text) -> {
            if (!text.contains("> **Tip:**") && !text.contains("> **Warning:**") && !text.contains("> **Note:**")) {
                report(findings, cell, "the step has no tip, warning or note");
            }
        });
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
