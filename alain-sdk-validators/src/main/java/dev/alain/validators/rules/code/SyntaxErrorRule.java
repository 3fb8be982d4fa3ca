package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.SyntaxError;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Every Python cell parses. */
final class SyntaxErrorRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        CodeCells cells = CodeCells.of(view);
        for (CellAnalysis cell : cells.running()) {
            cell.syntaxError().ifPresent(error -> {
                boolean other = cells.isBareMagic(cell.cellId())
                        || PythonTwo.explains(error, cells.line(cell.cellId(), error.line()))
                                .isPresent()
                        || MisplacedMagicRule.in(cell, cells.source(cell.cellId()))
                                .isPresent();
                if (!other) {
                    findings.report(finding(cell.cellId(), error));
                }
            });
        }
    }

    private static Finding finding(String cell, SyntaxError error) {
        return Finding.of(INFO, "Python cannot read this cell: " + error.message())
                .cell(cell)
                .range(error.line(), error.column(), error.line(), error.column() + 1)
                .remedy("write the statement so that Python 3 accepts it")
                .fixes(Fix.instruct(
                        cell,
                        "Mend the syntax error in line " + error.line() + " (" + error.message()
                                + ") and give the whole cell anew."))
                .build();
    }
}
