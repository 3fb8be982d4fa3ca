package dev.alain;

import java.util.concurrent.CompletableFuture;

/** A generation under way. */
public interface Generation {
    /** The id by which the run can be resumed; known at once. */
    String runId();

    /**
     * The result: an artifact, or an {@link AlainException}.
     *
     * <p>Completing it from outside has no effect on the work; use {@link #cancel}.
     */
    CompletableFuture<NotebookArtifact> result();

    /** Ends the work: running calls, waits and back-offs. What is finished stays stored. */
    void cancel();
}
