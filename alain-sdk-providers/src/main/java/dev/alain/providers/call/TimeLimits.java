package dev.alain.providers.call;

import dev.alain.net.HttpTimeouts;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.resilience.ResiliencePolicy;
import java.time.Duration;

/**
 * How long a call may take, by the length of the answer.
 *
 * <p>In the cloud whole answers get 30 s for each 1,000 tokens between 30 s and 10 min, streams 10 min to an hour, as
 * Anthropic's own client has it; a machine of one's own gets 250 ms a token between 10 min and an hour.
 */
final class TimeLimits {
    private static final int UNSAID = 4_096;

    private TimeLimits() {}

    static Duration total(HttpTimeouts limits, Asking asking) {
        if (!limits.total().isZero()) {
            return limits.total();
        }
        long tokens = asking.maxTokens() > 0 ? asking.maxTokens() : UNSAID;
        if (asking.vendor().local()) {
            return between(600, tokens / 4, 3_600);
        }
        return asking.stream() ? between(600, 3_600 * tokens / 128_000, 3_600) : between(30, 30 * tokens / 1_000, 600);
    }

    /** The limit of a whole call: as set, or that of an answer and the longest wait that a vendor may ask for. */
    static Duration overall(HttpTimeouts limits, Asking asking, ResiliencePolicy policy) {
        Duration total = total(limits, asking);
        return limits.total().isZero() ? total.plus(policy.longestWait()) : total;
    }

    /** The limits of one attempt: a whole answer has no first byte before it is complete. */
    static HttpTimeouts attempt(HttpTimeouts limits, boolean stream, Duration left) {
        HttpTimeouts these = limits.withTotal(left);
        return stream ? these : these.withFirstByte(Duration.ZERO);
    }

    private static Duration between(long least, long seconds, long most) {
        return Duration.ofSeconds(Math.max(least, Math.min(most, seconds)));
    }
}
