package dev.alain.providers.gate;

import dev.alain.providers.failure.Failure;

/** Carries a failure through the machinery of retry and breaker; costs no stack trace. */
public final class AttemptFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** An attempt that failed so. */
    public AttemptFailed(Failure failure) {
        super(failure.message(), failure.cause(), false, false);
        this.failure = failure;
    }

    /** What went wrong. */
    public Failure failure() {
        return failure;
    }
}
