package dev.alain.validators.rules.reproducibility;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.math.BigInteger;

/** Cells were run from top to bottom. */
final class OutOfOrderRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        RunOrder order = RunOrder.of(view);
        BigInteger before = BigInteger.ZERO;
        for (CodeCell cell : order.counted()) {
            BigInteger count = cell.executionCount().orElse(before);
            if (order.inOrder().contains(cell.id())) {
                before = count;
            } else {
                findings.report(finding(cell, count, before));
            }
        }
    }

    private static Finding finding(CodeCell cell, BigInteger count, BigInteger before) {
        String clash = count.compareTo(before) > 0 ? "after cells below it" : "not after the cells above it";
        return Finding.of(INFO, "the cell was run out of order, as [" + count + "], " + clash)
                .cell(cell.id())
                .remedy("restart the kernel and run all cells from top to bottom")
                .fixes(Fix.safe("removes what the cell printed out of order", new Fix.RemoveOutputs(cell.id())))
                .build();
    }
}
