package dev.alain;

import java.util.Objects;

/**
 * Something in the world went wrong while a manual was made.
 *
 * <p>Says what failed, whether trying again helps, and what to do. Messages never hold a key.
 */
public abstract sealed class AlainException extends RuntimeException
        permits InvalidReferenceException,
                ResearchException,
                RejectedNotebookException,
                GenerationCancelledException,
                RunException,
                dev.alain.chat.ChatException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final String remedy;

    /** For subclasses: {@code remedy} is one sentence, empty when nothing can be done. */
    protected AlainException(String message, boolean retryable, String remedy, Throwable... causes) {
        super(remedy.isEmpty() ? message : message + ". " + remedy, causes.length == 0 ? null : causes[0]);
        this.retryable = retryable;
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** What the user can do, one sentence; empty when there is nothing. */
    public String remedy() {
        return remedy;
    }
}
