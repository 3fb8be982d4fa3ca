package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Handlers name the error and do something about it. */
final class SilentFailureRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD015");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CellAnalysis cell : CodeCells.of(view).all()) {
            cell.constructs().stream()
                    .filter(SilentFailureRule::isMeant)
                    .limit(CodeCells.MOST_PER_CELL)
                    .forEach(construct -> findings.report(finding(cell.cellId(), construct)));
        }
    }

    private static boolean isMeant(Construct construct) {
        return construct.kind() == Construct.Kind.BARE_EXCEPT || construct.kind() == Construct.Kind.SWALLOWED_EXCEPTION;
    }

    private static Finding finding(String cell, Construct construct) {
        boolean bare = construct.kind() == Construct.Kind.BARE_EXCEPT;
        String message = bare
                ? "\"except:\" catches everything, even the reader's interrupt"
                : "\"except " + construct.text() + "\" drops every error without a word";
        return Finding.of(INFO, message)
                .cell(cell)
                .place(construct.place())
                .remedy("name the expected exception, and say or log what happened")
                .fixes(Fix.instruct(
                        cell,
                        "In line " + construct.place().line()
                                + " catch only the exception that is expected, and tell the reader about it."))
                .build();
    }
}
