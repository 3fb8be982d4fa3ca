package dev.alain.core.repository;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The time and the bytes that one visit to a host may take; an interrupt ends it too. */
final class Allowance {
    private static final String INTERRUPTED = "was interrupted";

    private final RepositoryLimits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private long bytes;
    private volatile String exceeded = "";

    /**
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    Allowance(RepositoryLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /**
     * Counts bytes that came in.
     *
     * @throws IOException if nothing more may come
     */
    void spend(long count) throws IOException {
        bytes += count;
        if (isSpent()) {
            throw new IOException("the visit " + exceeded);
        }
    }

    /** Whether the visit has to end. */
    boolean isSpent() {
        if (exceeded.isEmpty()) {
            exceeded = reason();
        }
        return !exceeded.isEmpty();
    }

    private String reason() {
        if (Thread.currentThread().isInterrupted()) {
            return INTERRUPTED;
        }
        if (nanoTime.getAsLong() - start > limits.time().toNanos()) {
            return "took longer than " + limits.time().toSeconds() + " seconds";
        }
        return bytes > limits.packBytes() ? "brought more than " + (limits.packBytes() >> 20) + " MiB" : "";
    }

    /** Why the visit ended early; empty when it did not. The mark of an interrupt, which JGit may lose, is set again. */
    Optional<String> exceeded() {
        if (isSpent() && exceeded.equals(INTERRUPTED)) {
            Thread.currentThread().interrupt();
        }
        return exceeded.isEmpty() ? Optional.empty() : Optional.of(exceeded);
    }
}
