package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Cells have no outputs and no execution counts. */
final class CleanCellsRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN017",
            "clean-cells",
            "Cells have no outputs and no execution counts",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        notebook.notebook()
                .ifPresent(book -> book.code()
                        .filter(cell -> !cell.outputs().isEmpty()
                                || cell.executionCount().isPresent())
                        .forEach(cell -> report(findings, cell.id(), "the cell has outputs or an execution count")));
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
