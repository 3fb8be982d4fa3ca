package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** The document is valid by the schema of the format that it declares. */
final class FormatRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "FMT003",
            "schema",
            "The document is valid by the schema of the format that it declares",
            Severity.ERROR,
            Set.of("format"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        notebook.document()
                .problems()
                .forEach(problem ->
                        findings.report(Finding.of(INFO, problem.toString()).build()));
    }
}
