package dev.alain.validators.rules.execution;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** The recorded run was not too slow. */
final class RecordedTimeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("EXE005");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double mostOfCell = view.threshold("EXE005.cell-seconds", 120);
        double mostOfNotebook = view.threshold("EXE005.notebook-seconds", 600);
        double sum = 0;
        boolean unattended = true;
        for (CodeCell cell : view.code()) {
            Optional<RecordedTime> time = RecordedTime.of(cell);
            sum += time.map(RecordedTime::seconds).orElse(0.0);
            unattended &= time.map(RecordedTime::unattended).orElse(true);
            if (time.isPresent()
                    && time.get().seconds() > mostOfCell
                    && !cell.tags().contains("long-running")) {
                findings.report(slow("the cell took", time.get(), mostOfCell)
                        .cell(cell.id())
                        .fixes(Fix.instruct(
                                cell.id(), "Make the cell faster: less data, fewer steps, a smaller model."))
                        .build());
            }
        }
        RecordedTime whole = RecordedTime.of(view.metadata()).orElse(new RecordedTime(sum, unattended));
        if (whole.seconds() > mostOfNotebook) {
            findings.report(slow("the notebook took", whole, mostOfNotebook).build());
        }
    }

    /** A person's session can hold pauses that no run has. */
    private static Finding.Builder slow(String what, RecordedTime time, double limit) {
        String message = "%s %d s when it was last run, more than %d s"
                .formatted(what, Math.round(time.seconds()), Math.round(limit));
        return Finding.of(INFO, message)
                .severity(time.unattended() ? Severity.ERROR : Severity.WARNING)
                .remedy("use less data, fewer steps or a smaller model; tag a cell long-running when it has to be");
    }
}
