package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Imports name what they take. */
final class StarImportRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD011");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CellAnalysis cell : CodeCells.of(view).all()) {
            cell.imports().stream()
                    .filter(taken -> taken.name().equals("*"))
                    .limit(CodeCells.MOST_PER_CELL)
                    .forEach(taken -> findings.report(finding(cell.cellId(), taken)));
        }
    }

    private static Finding finding(String cell, Import taken) {
        return Finding.of(INFO, "\"from " + taken.module() + " import *\" hides where names come from")
                .cell(cell)
                .place(taken.place())
                .remedy("import the names that are used")
                .fixes(Fix.instruct(cell, "Import by name what the notebook uses of " + taken.module() + "."))
                .build();
    }
}
