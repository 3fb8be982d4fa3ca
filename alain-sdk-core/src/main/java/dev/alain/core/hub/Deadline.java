package dev.alain.core.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When an answer is of no use any more. Thread-safe when its clock is. */
public final class Deadline {
    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** A deadline from now on, by a clock such as {@link System#nanoTime}. */
    public static Deadline after(Duration budget, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + budget.toNanos());
    }

    /** The time that is left; zero when there is none. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** Whether no time is left. */
    public boolean passed() {
        return remaining().isZero();
    }

    /** Whether there is time left after a wait. */
    boolean allows(Duration wait) {
        return wait.compareTo(remaining()) < 0;
    }
}
