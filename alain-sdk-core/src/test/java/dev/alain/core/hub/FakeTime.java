package dev.alain.core.hub;

import dev.alain.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits. */
public final class FakeTime extends Clock implements Sleeper {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final AtomicLong passed = new AtomicLong();
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
        pass(duration);
    }

    public void pass(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    public List<Duration> sleeps() {
        return sleeps;
    }

    public long nanos() {
        return passed.get();
    }

    public Deadline in(Duration budget) {
        return Deadline.after(budget, this::nanos);
    }

    @Override
    public Instant instant() {
        return START.plusNanos(passed.get());
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
