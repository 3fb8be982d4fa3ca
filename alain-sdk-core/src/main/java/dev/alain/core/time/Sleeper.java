package dev.alain.core.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits this long.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Really waits. */
    static Sleeper real() {
        return duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
