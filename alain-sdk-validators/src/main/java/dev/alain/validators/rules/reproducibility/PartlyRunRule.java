package dev.alain.validators.rules.reproducibility;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.math.BigInteger;
import java.util.List;

/** All cells were run, or none. */
final class PartlyRunRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP002");
    private static final String REMEDY = "restart the kernel and run all cells from top to bottom, then save";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        RunOrder order = RunOrder.of(view);
        // Without any count nobody can tell a cell that was not run from one that prints nothing.
        if (!order.counted().isEmpty() && !order.notRun().isEmpty()) {
            findings.report(partlyRun(order));
        } else if (order.counted().size() > 1
                && order.inOrder().size() == order.counted().size()) {
            reportGaps(order.counted(), findings);
        }
    }

    private static Finding partlyRun(RunOrder order) {
        int all = order.run().size() + order.notRun().size();
        CodeCell first = order.notRun().get(0);
        Finding.Builder finding = Finding.of(
                        INFO,
                        "%d of %d code cells were not run while the others were, this one first"
                                .formatted(order.notRun().size(), all))
                .cell(first.id())
                .remedy(REMEDY);
        if (order.run().size() < order.notRun().size()) {
            finding.fixes(Fix.safe(
                    "removes what the few cells printed that were run",
                    order.run().stream()
                            .map(cell -> new Fix.RemoveOutputs(cell.id()))
                            .toArray(Fix.Edit[]::new)));
        } else {
            finding.fixes(
                    Fix.instruct(first.id(), "Run all cells from top to bottom so that this one has its output."));
        }
        return finding.build();
    }

    private static void reportGaps(List<CodeCell> counted, FindingSink findings) {
        CodeCell end = counted.get(counted.size() - 1);
        BigInteger last = end.executionCount().orElse(BigInteger.ZERO);
        BigInteger missing = last.subtract(BigInteger.valueOf(counted.size()));
        if (missing.signum() > 0) {
            findings.report(Finding.of(
                            INFO,
                            "the counts go up to [%d] for %d cells: %d runs are not in the notebook any more"
                                    .formatted(last, counted.size(), missing))
                    .severity(Severity.INFO)
                    .cell(end.id())
                    .remedy(REMEDY)
                    .build());
        }
    }
}
