package dev.alain;

/** A run that cannot be found, continued or stored. */
public final class RunException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final String runId;

    /** A failure of a run's files. */
    public RunException(String runId, String message, boolean retryable, String remedy, Throwable... causes) {
        super(message, retryable, remedy, causes);
        this.runId = runId;
    }

    /** The run; empty when there was none yet. */
    public String runId() {
        return runId;
    }
}
