package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.List;

/** Some cell checks or shows its result. */
final class NoSelfCheckRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD019");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<CellAnalysis> cells = CodeCells.of(view).all();
        boolean python =
                cells.stream().anyMatch(cell -> cell.parsed() && !cell.calls().isEmpty());
        boolean verified = view.hasProfile("verified");
        if (!python || cells.stream().anyMatch(cell -> checks(cell, verified))) {
            return;
        }
        String message = verified
                ? "no cell asserts anything: a run that computes nonsense still passes"
                : "no cell asserts anything or shows a value: a reader cannot tell whether it worked";
        findings.report(Finding.of(INFO, message)
                .severity(verified ? Severity.WARNING : Severity.INFO)
                .remedy("end the main steps with an assert or with the value itself")
                .build());
    }

    private static boolean checks(CellAnalysis cell, boolean verified) {
        boolean asserts =
                cell.constructs().stream().anyMatch(c -> c.kind() == Construct.Kind.ASSERT || !verified && isShown(c));
        return asserts
                || cell.calls().stream()
                        .anyMatch(call -> call.function().contains(".testing.assert")
                                || call.function().contains(".assert_")
                                || call.written().startsWith("assert_"));
    }

    /** Printing a fixed text shows nothing of what was computed. */
    private static boolean isShown(Construct construct) {
        String text = construct.text();
        boolean fixed = text.startsWith("print(\"") || text.startsWith("print('");
        boolean plain = fixed && text.indexOf(',') < 0 && text.indexOf('%') < 0 && text.indexOf('+') < 0;
        return construct.kind() == Construct.Kind.SHOWN_VALUE && !plain;
    }
}
