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

/** No name is used before the cell that defines it. */
final class UsedTooEarlyRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD004");

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
            boolean early = problem.kind() == NameProblem.Kind.USED_BEFORE_DEFINITION;
            boolean counts = early
                    && !cells.isExempt(problem.cellId())
                    && seen.add(problem.cellId() + " " + problem.name())
                    && quota.takes(problem.cellId());
            if (counts) {
                findings.report(
                        finding(problem, cells, origins.mayDefine(problem.name(), cells.indexOf(problem.cellId()))));
            }
        }
    }

    private static Finding finding(NameProblem problem, CodeCells cells, boolean maybe) {
        String definer = problem.otherCellId().orElse("");
        boolean same = definer.equals(problem.cellId());
        String where = same
                ? "further down in this cell"
                : "in code cell " + (cells.indexOf(definer) + 1) + " (" + definer + ")";
        return Finding.of(INFO, "\"" + problem.name() + "\" is used here and defined only " + where)
                .severity(maybe ? Severity.WARNING : Severity.ERROR)
                .cell(problem.cellId())
                .place(problem.place())
                .remedy("move the definition up, or the use down")
                .fixes(Fix.instruct(
                        problem.cellId(),
                        "Define \"" + problem.name() + "\" before this cell uses it; it is defined only " + where
                                + "."))
                .build();
    }
}
