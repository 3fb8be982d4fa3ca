package dev.alain.validators.rules.code;

import dev.alain.code.CodeAnalysis;
import dev.alain.code.NameProblem;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every name is defined by some cell. */
final class UndefinedNameRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD003");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        CodeCells cells = CodeCells.of(view);
        NameOrigins origins = NameOrigins.of(view);
        Set<String> seen = new HashSet<>();
        CellQuota quota = new CellQuota();
        for (NameProblem problem : view.analysis().map(CodeAnalysis::problems).orElse(List.of())) {
            boolean counts = isUndefined(problem.kind())
                    && !cells.isExempt(problem.cellId())
                    && !cells.isBareMagic(problem.cellId())
                    && seen.add(problem.cellId() + " " + problem.name())
                    && quota.takes(problem.cellId());
            if (counts) {
                findings.report(finding(problem, origins.mayDefine(problem.name(), cells.indexOf(problem.cellId()))));
            }
        }
    }

    private static boolean isUndefined(NameProblem.Kind kind) {
        return kind == NameProblem.Kind.UNDEFINED
                || kind == NameProblem.Kind.UNDEFINED_UNLESS_STAR
                || kind == NameProblem.Kind.UNDEFINED_LOCAL;
    }

    private static Finding finding(NameProblem problem, boolean maybe) {
        String name = "\"" + problem.name() + "\"";
        String message = switch (problem.kind()) {
            case UNDEFINED_UNLESS_STAR -> name + " is defined by no cell, unless a star import brings it";
            case UNDEFINED_LOCAL -> "the local variable " + name + " is read before it is set";
            default ->
                maybe
                        ? name + " is defined by no cell that can be read"
                        : name + " is defined by no cell: a run from the top stops here with a NameError";
        };
        boolean sure = problem.kind() != NameProblem.Kind.UNDEFINED_UNLESS_STAR && !maybe;
        return Finding.of(INFO, message)
                .severity(sure ? Severity.ERROR : Severity.WARNING)
                .cell(problem.cellId())
                .place(problem.place())
                .remedy("define or import it in this cell or an earlier one")
                .fixes(Fix.instruct(
                        problem.cellId(),
                        "Define or import " + name + " before line "
                                + problem.place().line() + " uses it."))
                .build();
    }
}
