package dev.alain.validators.rules.format;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Locale;

/** The file is small enough to be shown and reviewed. */
final class SizeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT016");
    private static final double MEGA = 1_000_000;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        file(view, findings);
        double most = view.threshold("FMT016.output-kilobytes", 200) * 1000;
        for (CodeCell cell : view.code()) {
            int largest = 0;
            for (Output output : cell.outputs()) {
                largest = Math.max(largest, output.toJson().toString().length());
            }
            if (largest > most) {
                findings.report(Finding.of(INFO, "one output has " + largest / 1000 + " KB")
                        .cell(cell.id())
                        .remedy("show less, or a smaller picture")
                        .fixes(Fix.needsReview("removes the outputs", new Fix.RemoveOutputs(cell.id())))
                        .build());
            }
        }
    }

    private static void file(NotebookView view, FindingSink findings) {
        int bytes = view.document().bytes().length;
        boolean error = bytes > view.threshold("FMT016.error-megabytes", 20) * MEGA;
        if (error || bytes > view.threshold("FMT016.warning-megabytes", 1) * MEGA) {
            String size = String.format(Locale.ROOT, "%.1f", bytes / MEGA);
            findings.report(Finding.of(INFO, "the file has " + size + " MB")
                    .severity(error ? Severity.ERROR : Severity.WARNING)
                    .remedy("remove large outputs and attachments, or load data from elsewhere")
                    .build());
        }
    }
}
