package dev.alain.providers.gate;

import dev.alain.providers.thread.Timer;
import java.time.Duration;

/** Time that passes when told to. */
final class FakeTimer implements Timer {
    private long now = 1_000_000_000_000L;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Alarm after(Duration wait, Runnable work) {
        throw new UnsupportedOperationException("nothing here waits");
    }

    void pass(Duration time) {
        now += time.toNanos();
    }
}
