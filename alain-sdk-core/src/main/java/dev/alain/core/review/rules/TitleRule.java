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

/** The notebook opens with one title and a line on model, licence and maker. */
final class TitleRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN001",
            "title",
            "The notebook opens with one title and a line on model, licence and maker",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        List<Heading> titles = Contract.headings(notebook, 1);
        boolean first =
                !notebook.cells().isEmpty() && notebook.cells().get(0).source().startsWith("# ");
        if (titles.size() != 1 || !first) {
            report(findings, "expected one level-1 heading in the first cell, found " + titles.size());
        } else if (!notebook.cells().get(0).source().contains("**Licence:**")) {
            report(findings, "title", "the line under the title does not state the licence");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
