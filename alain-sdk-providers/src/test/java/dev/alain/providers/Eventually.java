package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Eventually {
    private Eventually() {}

    /** Within one second, as is promised of everything that ends. */
    static void holds(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(condition.getAsBoolean()).as("within a second").isTrue();
    }
}
