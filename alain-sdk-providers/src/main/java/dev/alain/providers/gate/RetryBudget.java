package dev.alain.providers.gate;

import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tokens that retries take and successes give back, so that an endpoint that is down does not get three times the
 * load. First attempts are free. Thread-safe.
 */
final class RetryBudget {
    private static final int RETRY = 5;
    private static final int AFTER_TIMEOUT = 10;

    private final int capacity;
    private final AtomicInteger tokens;

    RetryBudget(int capacity) {
        this.capacity = capacity;
        this.tokens = new AtomicInteger(capacity);
    }

    /** Takes what a retry after this failure costs; 0 when the budget does not allow it. */
    int take(Failure failure) {
        boolean timeout = failure.kind() == FailureKind.TIMEOUT || failure.kind() == FailureKind.CONNECT_TIMEOUT;
        int cost = timeout ? AFTER_TIMEOUT : RETRY;
        int before = tokens.getAndUpdate(left -> left >= cost ? left - cost : left);
        return before >= cost ? cost : 0;
    }

    /** A call succeeded after it took so much. */
    void giveBack(int taken) {
        tokens.updateAndGet(left -> Math.min(capacity, left + Math.max(taken, 1)));
    }

    int left() {
        return tokens.get();
    }
}
