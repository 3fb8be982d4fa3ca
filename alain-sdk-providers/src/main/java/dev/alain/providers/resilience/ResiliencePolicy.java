package dev.alain.providers.resilience;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How insistent calls are. Immutable.
 *
 * <pre>{@code
 * ResiliencePolicy patient = ResiliencePolicy.DEFAULT.toBuilder().attempts(5).queue(100).build();
 * }</pre>
 */
public final class ResiliencePolicy {
    /** Three attempts, 1,000 calls waiting at most, no wait longer than 120 seconds. */
    public static final ResiliencePolicy DEFAULT = new Builder().build();

    private final int attempts;
    private final int concurrency;
    private final int queue;
    private final int retryBudget;
    private final Duration longestWait;
    private final Duration firstBackoff;
    private final Duration longestBackoff;
    private final Duration breakerPause;
    private final @Nullable Duration startupGrace;

    private ResiliencePolicy(Builder builder) {
        this.attempts = builder.attempts;
        this.concurrency = builder.concurrency;
        this.queue = builder.queue;
        this.retryBudget = builder.retryBudget;
        this.longestWait = builder.longestWait;
        this.firstBackoff = builder.firstBackoff;
        this.longestBackoff = builder.longestBackoff;
        this.breakerPause = builder.breakerPause;
        this.startupGrace = builder.startupGrace;
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this policy. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.attempts = attempts;
        builder.concurrency = concurrency;
        builder.queue = queue;
        builder.retryBudget = retryBudget;
        builder.longestWait = longestWait;
        builder.firstBackoff = firstBackoff;
        builder.longestBackoff = longestBackoff;
        builder.breakerPause = breakerPause;
        builder.startupGrace = startupGrace;
        return builder;
    }

    /**
     * How often a question is sent at most, the first time included. Beside these it is put in other words up to five
     * times when an endpoint refuses a field, and asked again while a server says that it is starting.
     */
    public int attempts() {
        return attempts;
    }

    /** Calls at once to the endpoint; 0 for what the vendor bears. */
    public int concurrency() {
        return concurrency;
    }

    /** Calls that may wait for their turn; the next one fails at once. */
    public int queue() {
        return queue;
    }

    /** Tokens of the retry budget; a retry takes 5, one after a timeout 10, and a success gives what it took back. */
    public int retryBudget() {
        return retryBudget;
    }

    /** The longest wait that a vendor may ask for; when it asks for more, the call fails at once. */
    public Duration longestWait() {
        return longestWait;
    }

    /** The most to wait before the second attempt; it doubles from then on, and chance picks a part of it. */
    public Duration firstBackoff() {
        return firstBackoff;
    }

    /** The most to wait between two attempts unless the vendor asks for more. */
    public Duration longestBackoff() {
        return longestBackoff;
    }

    /** How long no calls are made after half of the last ones failed. */
    public Duration breakerPause() {
        return breakerPause;
    }

    /** How long a server that is starting is asked again, beside the attempts; empty for what suits the case. */
    public Optional<Duration> startupGrace() {
        return Optional.ofNullable(startupGrace);
    }

    /** Builds policies; not thread-safe. */
    public static final class Builder {
        private int attempts = 3;
        private int concurrency;
        private int queue = 1_000;
        private int retryBudget = 500;
        private Duration longestWait = Duration.ofMinutes(2);
        private Duration firstBackoff = Duration.ofMillis(500);
        private Duration longestBackoff = Duration.ofSeconds(8);
        private Duration breakerPause = Duration.ofSeconds(30);
        private @Nullable Duration startupGrace;

        private Builder() {}

        /** Sends a question so often at most; 3 by default, 1 for no retries. */
        public Builder attempts(int value) {
            this.attempts = atLeast(1, value, "attempts");
            return this;
        }

        /** Makes so many calls at once; by default what the vendor bears (cloud 8, vLLM 16, others local 4, Ollama 1). */
        public Builder concurrency(int value) {
            this.concurrency = atLeast(1, value, "concurrency");
            return this;
        }

        /** Lets so many calls wait; 1,000 by default. */
        public Builder queue(int value) {
            this.queue = atLeast(0, value, "queue");
            return this;
        }

        /** Sets the tokens of the retry budget; 500 by default. */
        public Builder retryBudget(int value) {
            this.retryBudget = atLeast(0, value, "retryBudget");
            return this;
        }

        /** Waits so long at most when a vendor asks for it; 120 s by default. */
        public Builder longestWait(Duration value) {
            this.longestWait = value;
            return this;
        }

        /** Waits between nothing and this before the second attempt; 500 ms by default. */
        public Builder firstBackoff(Duration value) {
            this.firstBackoff = value;
            return this;
        }

        /** Waits no longer between attempts; 8 s by default. */
        public Builder longestBackoff(Duration value) {
            this.longestBackoff = value;
            return this;
        }

        /** Makes no calls so long after half of the last ones failed; 30 s by default. */
        public Builder breakerPause(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("breakerPause must be longer than nothing, not " + value);
            }
            this.breakerPause = value;
            return this;
        }

        /**
         * Asks a starting server again for so long. By default 60 s where it says that it loads its model, and not at
         * all where nobody listens on loopback; a value holds for both.
         */
        public Builder startupGrace(Duration value) {
            this.startupGrace = value;
            return this;
        }

        /** The policy. */
        public ResiliencePolicy build() {
            return new ResiliencePolicy(this);
        }

        private static int atLeast(int least, int value, String name) {
            if (value < least) {
                throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
            }
            return value;
        }
    }
}
