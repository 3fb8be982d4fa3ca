package dev.alain;

/** The caller cancelled or interrupted a generation; what was finished is kept. */
public final class GenerationCancelledException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final String runId;

    /** A cancellation of a run. */
    public GenerationCancelledException(String runId) {
        super("generation " + runId + " was cancelled", true, "Resume it with the run id");
        this.runId = runId;
    }

    /** The run that can be resumed. */
    public String runId() {
        return runId;
    }
}
