package dev.alain;

import dev.alain.validation.ValidationReport;

/** A notebook that did not pass its rules; thrown only when asked for. */
public final class RejectedNotebookException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final transient ValidationReport report;

    /** A rejection with the report that caused it. */
    public RejectedNotebookException(ValidationReport report) {
        super("the notebook did not pass: " + report.summary(), false, "See the findings of the report");
        this.report = report;
    }

    /** What was found. */
    public ValidationReport report() {
        return report;
    }
}
