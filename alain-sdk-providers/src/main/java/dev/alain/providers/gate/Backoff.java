package dev.alain.providers.gate;

import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.resilience.ResiliencePolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: anything between nothing and a bound that doubles, so that many callers
 * who failed together do not come back together; and never less than the vendor asks for.
 */
final class Backoff {
    /** A limit on calls passes more slowly than a hiccup. */
    private static final int THROTTLED = 2;
    /** As told by the vendors for 529. */
    private static final int OVERLOADED = 4;

    private static final Duration LONGEST_THROTTLED = Duration.ofSeconds(20);

    private final ResiliencePolicy policy;
    private final DoubleSupplier chance;

    Backoff(ResiliencePolicy policy, DoubleSupplier chance) {
        this.policy = policy;
        this.chance = chance;
    }

    /** Before attempt {@code failed + 1}. */
    Duration wait(int failed, Failure failure) {
        boolean throttled = failure.kind() == FailureKind.RATE_LIMITED || failure.status() == 529;
        int factor = failure.status() == 529 ? OVERLOADED : throttled ? THROTTLED : 1;
        double longest = Math.max(
                policy.longestBackoff().toMillis(),
                throttled && policy.longestBackoff().toSeconds() > 0 ? LONGEST_THROTTLED.toMillis() : 0);
        double bound = Math.min(longest, policy.firstBackoff().toMillis() * factor * Math.pow(2, failed - 1));
        Duration jitter = Duration.ofMillis(Math.round(bound * chance.getAsDouble()));
        return failure.waitHint().map(floor -> floor.plus(jitter.dividedBy(4))).orElse(jitter);
    }
}
