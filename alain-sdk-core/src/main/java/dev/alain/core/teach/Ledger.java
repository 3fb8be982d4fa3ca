package dev.alain.core.teach;

import dev.alain.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** What a run may still spend on chat models. Its time runs from {@link #start} on a clock that nobody sets. Thread-safe. */
public final class Ledger {
    private final Budget budget;
    private final Clock wall;
    private final LongSupplier nanos;
    private final AtomicLong began = new AtomicLong();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();

    /** A full budget. */
    public Ledger(Budget budget, Clock wall) {
        this(budget, wall, System::nanoTime);
    }

    /**
     * A full budget.
     *
     * @param wall tells chat models by when they have to answer
     * @param nanos measures time
     */
    public Ledger(Budget budget, Clock wall, LongSupplier nanos) {
        this.budget = budget;
        this.wall = wall;
        this.nanos = nanos;
        began.set(nanos.getAsLong());
    }

    /** The time begins now; a second start changes nothing. What a run waits for its turn costs it nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            began.set(nanos.getAsLong());
        }
    }

    /** When nothing more may be asked. */
    public Instant deadline() {
        return wall.instant().plus(left());
    }

    /** How often a stage may ask. */
    public int attempts() {
        return budget.attempts();
    }

    /** The time that is left. */
    public Duration left() {
        return budget.time().minusNanos(nanos.getAsLong() - began.get());
    }

    /** Takes one call from the budget; says why there is none left. */
    public Optional<String> take() {
        if (left().isNegative() || left().isZero()) {
            return Optional.of("the time of " + budget.time().toSeconds() + " seconds is used up");
        }
        if (tokens.get() >= budget.tokens()) {
            return Optional.of("the budget of " + budget.tokens() + " tokens is used up");
        }
        if (calls.incrementAndGet() > budget.calls()) {
            calls.decrementAndGet();
            return Optional.of("the budget of " + budget.calls() + " calls is used up");
        }
        return Optional.empty();
    }

    /** Books what a call cost. */
    public void spent(long used) {
        tokens.addAndGet(used);
    }

    /** Calls taken so far. */
    public int calls() {
        return calls.get();
    }

    /** Tokens booked so far. */
    public long tokens() {
        return tokens.get();
    }
}
