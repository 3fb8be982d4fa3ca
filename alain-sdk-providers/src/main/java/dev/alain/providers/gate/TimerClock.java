package dev.alain.providers.gate;

import dev.alain.providers.thread.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only moves forward: a breaker shall not stay open because somebody set the time back. */
final class TimerClock extends Clock {
    private final Timer timer;

    TimerClock(Timer timer) {
        this.timer = timer;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(timer.nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
