package dev.alain.core.review.rules;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** At most three code cells follow one another, each of at most 50 lines. */
final class CodeRunRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN019",
            "code-run",
            "At most three code cells follow one another, each of at most 50 lines",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        int run = 0;
        for (Cell cell : notebook.cells()) {
            run = cell.type().equals("code") ? run + 1 : 0;
            if (run > 3) {
                report(findings, cell.id(), "more than 3 code cells follow one another");
            }
            long lines = cell.source().lines().filter(line -> !line.isBlank()).count();
            boolean step = cell.type().equals("code")
                    && cell.id().startsWith("s")
                    && !cell.id().equals("setup");
            if (step && lines > 50) {
                report(findings, cell.id(), "the cell has " + lines + " lines of code, more than 50");
            }
        }
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
