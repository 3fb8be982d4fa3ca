package dev.alain.core.review.rules;

import dev.alain.core.text.KeyShapes;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** No key or token stands in a cell. */
final class KeyLiteralRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN020", "key-literal", "No key or token stands in a cell", Severity.ERROR, Set.of("alain"), false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        for (Cell cell : notebook.cells()) {
            if (KeyShapes.contains(cell.source())) {
                report(findings, cell.id(), "the cell seems to hold a key");
            }
        }
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
