package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** There are three to five learning objectives. */
final class ObjectivesRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN003",
            "objectives",
            "There are three to five learning objectives",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        long count = Contract.text(notebook, "objectives")
                .lines()
                .filter(line -> line.matches("\\d+\\. .+"))
                .count();
        if (count < 3 || count > 5) {
            report(findings, "objectives", "expected 3 to 5 learning objectives, found " + count);
        }
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
