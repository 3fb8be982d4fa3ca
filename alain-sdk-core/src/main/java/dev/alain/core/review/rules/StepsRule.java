package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Heading;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.List;
import java.util.Set;

/** Steps are numbered from 1 without gaps. */
final class StepsRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN007", "steps", "Steps are numbered from 1 without gaps", Severity.ERROR, Set.of("alain"), false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        List<Heading> steps = Contract.steps(notebook);
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).text().startsWith("Step " + (i + 1) + ": ")) {
                report(
                        findings,
                        steps.get(i).cellId(),
                        "expected \"Step " + (i + 1) + ": …\", found \""
                                + steps.get(i).text() + "\"");
            }
        }
        if (steps.isEmpty()) {
            report(findings, "there is no step");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
