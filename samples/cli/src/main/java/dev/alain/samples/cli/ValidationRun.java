package dev.alain.samples.cli;

import dev.alain.samples.cli.NotebookCheck.Outcome;
import dev.alain.validation.Severity;
import dev.alain.validators.report.Checked;
import dev.alain.validators.report.ReportWriter;
import dev.alain.validators.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes results in order: writes them down and remembers what the exit code will be. */
final class ValidationRun {
    private final ReportWriter report;
    private final Writer target;
    private final Optional<Writer> fixes;
    private final PrintWriter err;
    private final Optional<Severity> failOn;
    private final CheckProgress progress;
    private @Nullable PrintWriter notebook;
    private boolean failed;
    private boolean broken;

    /**
     * @param fixes where the fixes that were applied are listed; empty for nowhere
     * @param failOn lowest severity that makes the run fail; empty for none
     */
    ValidationRun(
            ReportWriter report,
            Writer target,
            Optional<Writer> fixes,
            PrintWriter err,
            Optional<Severity> failOn,
            CheckProgress progress) {
        this.report = report;
        this.target = target;
        this.fixes = fixes;
        this.err = err;
        this.failOn = failOn;
        this.progress = progress;
    }

    /** The mended notebook itself goes here. */
    void writeNotebookTo(PrintWriter out) {
        this.notebook = out;
    }

    void take(Outcome outcome) throws IOException {
        progress.clear();
        if (outcome.checked().isPresent()) {
            Checked checked = outcome.checked().get();
            tellFixes(outcome, checked);
            report.add(checked);
            target.flush();
            if (notebook != null) {
                writeNotebook(checked, notebook);
            }
            failed |= failOn.isPresent()
                    && checked.report().findings().stream()
                            .anyMatch(finding -> finding.severity().compareTo(failOn.get()) <= 0);
        } else {
            broken = true;
            err.println("alain: " + TextReport.printable(outcome.problem()));
        }
        progress.next();
    }

    private void tellFixes(Outcome outcome, Checked checked) throws IOException {
        if (fixes.isPresent()) {
            for (var applied : outcome.applied()) {
                String line = checked.file() + ": " + applied;
                fixes.get().append(TextReport.printable(line)).append('\n').flush();
            }
        }
    }

    /** What cannot be written as it was read is not written: half a file would pass for a whole one. */
    private void writeNotebook(Checked checked, PrintWriter out) {
        byte[] bytes = checked.document().bytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            out.print(text);
            out.flush();
        } else {
            broken = true;
            err.println("alain: standard input is not UTF-8; nothing was written");
        }
    }

    /** The exit code. */
    int end() throws IOException {
        report.end();
        target.flush();
        return broken ? 2 : failed ? 1 : 0;
    }
}
