package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;

/**
 * What a generation may cost at most.
 *
 * <p>The offline teacher costs nothing, so for it only the time counts.
 */
public final class Budget {
    private static final Budget DEFAULT = new Budget(3, 60, 200_000, Duration.ofMinutes(10));

    private final int attempts;
    private final int calls;
    private final long tokens;
    private final Duration time;

    private Budget(int attempts, int calls, long tokens, Duration time) {
        this.attempts = require("attempts", attempts);
        this.calls = require("calls", calls);
        if (tokens < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a budget needs at least one token and some time");
        }
        this.tokens = tokens;
        this.time = time;
    }

    /** 3 attempts a stage, 60 calls, 200,000 tokens, 10 minutes. */
    public static Budget defaults() {
        return DEFAULT;
    }

    @JsonCreator
    static Budget read(
            @JsonProperty("attempts") int attempts,
            @JsonProperty("calls") int calls,
            @JsonProperty("tokens") long tokens,
            @JsonProperty("seconds") long seconds) {
        return new Budget(attempts, calls, tokens, Duration.ofSeconds(seconds));
    }

    private static int require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
        return value;
    }

    /** How often a stage may ask a teacher. */
    @JsonProperty("attempts")
    public int attempts() {
        return attempts;
    }

    /** Calls to chat models in all. */
    @JsonProperty("calls")
    public int calls() {
        return calls;
    }

    /** Tokens in and out in all. */
    @JsonProperty("tokens")
    public long tokens() {
        return tokens;
    }

    /** From the start of a generation to its end. */
    public Duration time() {
        return time;
    }

    @JsonProperty("seconds")
    long seconds() {
        return time.toSeconds();
    }

    /** The same budget with another number of attempts a stage. */
    public Budget withAttempts(int changed) {
        return new Budget(changed, calls, tokens, time);
    }

    /** The same budget with another number of calls. */
    public Budget withCalls(int changed) {
        return new Budget(attempts, changed, tokens, time);
    }

    /** The same budget with another number of tokens. */
    public Budget withTokens(long changed) {
        return new Budget(attempts, calls, changed, time);
    }

    /** The same budget with another time. */
    public Budget withTime(Duration changed) {
        return new Budget(attempts, calls, tokens, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Budget budget
                && attempts == budget.attempts
                && calls == budget.calls
                && tokens == budget.tokens
                && time.equals(budget.time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, calls, tokens, time);
    }

    @Override
    public String toString() {
        return "Budget[attempts=" + attempts + ", calls=" + calls + ", tokens=" + tokens + ", time=" + time + "]";
    }
}
