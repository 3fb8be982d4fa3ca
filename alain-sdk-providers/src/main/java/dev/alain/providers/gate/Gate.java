package dev.alain.providers.gate;

import dev.alain.net.HttpStream;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.providers.thread.Timer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a call to an endpoint is made, made again, or not made: queue, rate, breaker and retry budget, shared by
 * all calls with one key. Thread-safe.
 */
public final class Gate {
    private final ResiliencePolicy policy;
    private final Timer timer;
    private final CallQueue queue;
    private final RateWindow rate;
    private final RetryBudget budget;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private volatile @Nullable Failure refused;

    /** A gate for an endpoint that bears so many calls at once. */
    public Gate(String name, ResiliencePolicy policy, int concurrency, Timer timer, DoubleSupplier chance) {
        this.policy = policy;
        this.timer = timer;
        this.queue =
                new CallQueue(timer, policy.concurrency() > 0 ? policy.concurrency() : concurrency, policy.queue());
        this.rate = new RateWindow(timer);
        this.budget = new RetryBudget(policy.retryBudget());
        this.breaker = CircuitBreaker.of(name, breaker(policy, timer));
        this.retry = Retry.of(name, retry(policy, new Backoff(policy, chance)));
    }

    /** A place for a visitor, who then enters. */
    public Place place(Visitor visitor) {
        return queue.place(visitor);
    }

    /** How long a call that has room must still wait; none when it may go, and then it counts. */
    public Duration pause() {
        return rate.take();
    }

    /** Whether the breaker lets a call through; the call must report how it went. */
    public boolean breakerPermits() {
        return breaker.tryAcquirePermission();
    }

    /** Reads what an answer says about limits. */
    public void read(HttpStream answer) {
        rate.read(answer);
    }

    /** The retries of one call. */
    public Retries retries() {
        return new Retries(retry.asyncContext());
    }

    /** The state of the breaker: closed, open, half_open. */
    public String breakerState() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** Nanoseconds of the gate's timer. */
    public long nanos() {
        return timer.nanos();
    }

    /** The policy. */
    public ResiliencePolicy policy() {
        return policy;
    }

    @Override
    public String toString() {
        return "Gate[" + breakerState() + ", " + queue + ", " + budget.left() + " retry tokens]";
    }

    /** The library's defaults would open after 100 calls that took a minute each, and need 100 failures to open. */
    private static CircuitBreakerConfig breaker(ResiliencePolicy policy, Timer timer) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(20, 5, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .slowCallRateThreshold(100)
                .slowCallDurationThreshold(Duration.ofHours(24))
                .waitDurationInOpenState(policy.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .writableStackTraceEnabled(false)
                .clock(new TimerClock(timer))
                .currentTimestampFunction(ignored -> timer.nanos(), TimeUnit.NANOSECONDS)
                .ignoreException(failure -> !counts(failure))
                .recordException(Gate::counts)
                .build();
    }

    private static RetryConfig retry(ResiliencePolicy policy, Backoff backoff) {
        return RetryConfig.custom()
                .maxAttempts(policy.attempts())
                .retryOnException(failure -> failure instanceof AttemptFailed known
                        && known.failure().retryable())
                .intervalBiFunction((attempt, outcome) -> outcome.getLeft() instanceof AttemptFailed known
                        ? backoff.wait(attempt, known.failure()).toMillis()
                        : 0L)
                .build();
    }

    private static boolean counts(Throwable failure) {
        return failure instanceof AttemptFailed known && known.failure().countsAgainstEndpoint();
    }

    /** An attempt was answered. */
    public void succeeded(Duration took) {
        refused = null;
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        queue.succeeded();
    }

    /** An attempt that began then failed. */
    public void failed(AttemptFailed failure, long begunAt, Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, failure);
        FailureKind kind = failure.failure().kind();
        if (kind == FailureKind.RATE_LIMITED || kind == FailureKind.OVERLOADED) {
            queue.tooMuch(begunAt);
        }
        if (kind == FailureKind.RATE_LIMITED && failure.failure().waitHint().isPresent()) {
            rate.pause(failure.failure().waitHint().get());
        }
        if (kind == FailureKind.QUOTA) {
            refused = failure.failure();
            breaker.transitionToOpenState();
        }
        if (kind == FailureKind.QUOTA || kind == FailureKind.AUTHENTICATION) {
            queue.dismiss(failure.failure()); // all of them have the same key
        }
    }

    /** Why the endpoint wants nobody with this key, as long as nothing else was heard. */
    public Optional<Failure> refusal() {
        return Optional.ofNullable(refused);
    }

    /** An attempt came to nothing that would say anything about the endpoint. */
    public void abandoned() {
        breaker.releasePermission();
    }

    /** Who comes to the gate. */
    public interface Visitor {
        /** There is room; the place is given back by {@link Place#leave}. */
        void admitted();

        /** There will be none, for a reason that another call met. */
        void dismissed(Failure failure);
    }

    /** A place, waiting or inside. */
    public interface Place {
        /**
         * Asks to be admitted, now or later.
         *
         * @param again whether the call was inside before; then it waits even where no room is left to wait
         * @return false when too many wait already
         */
        boolean enter(boolean again);

        /** Gives it up; doing so twice does no harm. */
        void leave();
    }

    /** The retries of one call. Not thread-safe: attempts of a call never overlap. */
    public final class Retries {
        private final Retry.AsyncContext<Object> context;
        private int failed;
        private int taken;

        private Retries(Retry.AsyncContext<Object> context) {
            this.context = context;
        }

        /**
         * How long to wait before the next attempt; empty when there shall be none: the failure will not pass,
         * attempts or budget are used up, or the wait is longer than the policy or the time left.
         */
        public Optional<Duration> next(AttemptFailed failure, Duration left) {
            failed++;
            long millis = context.onError(failure);
            Failure what = failure.failure();
            Duration wait = Duration.ofMillis(Math.max(0, millis));
            boolean tooLong = what.waitHint().orElse(Duration.ZERO).compareTo(policy.longestWait()) > 0
                    || wait.compareTo(left) >= 0;
            if (millis < 0 || failed >= what.mostAttempts() || tooLong) {
                return Optional.empty();
            }
            int cost = budget.take(what);
            if (cost == 0) {
                return Optional.empty();
            }
            taken += cost;
            if (what.kind() == FailureKind.RATE_LIMITED && what.waitHint().isEmpty()) {
                rate.pause(wait);
            }
            return Optional.of(wait);
        }

        /** The call got its answer. */
        public void succeeded() {
            context.onComplete();
            budget.giveBack(taken);
        }
    }
}
