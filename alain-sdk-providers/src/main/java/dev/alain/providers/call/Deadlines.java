package dev.alain.providers.call;

import dev.alain.providers.thread.Timer;
import dev.alain.providers.thread.Timer.Alarm;
import java.time.Duration;
import java.util.Optional;

/**
 * The two limits on the time of a call: the caller's deadline, from the start, and the time that an answer may take,
 * from when it is the call's turn. Thread-safe.
 */
final class Deadlines {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Timer timer;
    private final long startedAt;
    private final Duration callers;
    private volatile Duration own = FOREVER;
    private volatile long admittedAt;
    private volatile Alarm callersAlarm = Alarm.NONE;
    private volatile Alarm ownAlarm = Alarm.NONE;

    /** From now on, with so much time for the caller's deadline; empty for none. */
    Deadlines(Timer timer, Optional<Duration> callers) {
        this.timer = timer;
        this.startedAt = timer.nanos();
        this.callers = callers.filter(limit -> limit.compareTo(FOREVER) < 0).orElse(FOREVER);
    }

    /** Watches the caller's deadline; false when it has passed already. */
    boolean start(Runnable passed) {
        if (callers.isNegative() || callers.isZero()) {
            return false;
        }
        callersAlarm = callers.equals(FOREVER) ? Alarm.NONE : timer.after(callers, passed);
        return true;
    }

    /** It is the call's turn, and an answer may take so long; only the first time counts. */
    void admitted(Duration limit, Runnable passed) {
        if (own.equals(FOREVER)) {
            admittedAt = timer.nanos();
            own = limit;
            ownAlarm = timer.after(limit, passed);
        }
    }

    /** What is left of both. */
    Duration left() {
        Duration ofCaller = callers.minus(sinceStart());
        Duration least = ofCaller.compareTo(ownLeft()) < 0 ? ofCaller : ownLeft();
        return least.isNegative() ? Duration.ZERO : least;
    }

    /** Without the caller's deadline, which says nothing about the endpoint. */
    Duration ownLeft() {
        return own.equals(FOREVER) ? FOREVER : own.minusNanos(timer.nanos() - admittedAt);
    }

    /** How long the call takes by now. */
    Duration sinceStart() {
        return Duration.ofNanos(timer.nanos() - startedAt);
    }

    /** Watches no more. */
    void cancel() {
        callersAlarm.cancel();
        ownAlarm.cancel();
    }
}
