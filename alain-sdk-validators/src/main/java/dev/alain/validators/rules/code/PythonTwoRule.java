package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Code is written for Python 3. */
final class PythonTwoRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD002");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        CodeCells cells = CodeCells.of(view);
        for (CellAnalysis cell : cells.running()) {
            cell.syntaxError().ifPresent(error -> {
                String line = cells.line(cell.cellId(), error.line());
                PythonTwo.explains(error, line)
                        .ifPresent(why -> findings.report(Finding.of(INFO, "this is Python 2: " + why)
                                .cell(cell.cellId())
                                .line(error.line())
                                .remedy("write it for Python 3")
                                .evidence(line.strip())
                                .fixes(Fix.instruct(cell.cellId(), "Rewrite the cell for Python 3: " + why + "."))
                                .build()));
            });
        }
    }
}
