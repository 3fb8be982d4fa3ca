package dev.alain.validators.rules.reproducibility;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.List;

/** A published notebook shows its outputs. */
final class NoOutputsRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP004");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<CodeCell> code = view.code();
        boolean shows = code.stream().anyMatch(cell -> !cell.outputs().isEmpty());
        if (view.hasProfile("published") && !code.isEmpty() && !shows) {
            findings.report(Finding.of(INFO, "none of the %d code cells shows an output".formatted(code.size()))
                    .remedy("run all cells from top to bottom and save the notebook with its outputs")
                    .build());
        }
    }
}
