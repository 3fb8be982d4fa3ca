package dev.alain.core.teach;

import dev.alain.chat.ChatException;
import dev.alain.core.time.Sleeper;
import java.time.Duration;

/** Waits a little longer each time, unless the adapter has waited and tried again already. */
final class Backoff implements Inquiry.Pause {
    private static final Duration FIRST = Duration.ofMillis(250);

    private static final Duration HELD_BACK = Duration.ofSeconds(2);

    private final Sleeper sleeper;
    private final boolean patient;

    /**
     * @param patient whether to wait for an endpoint that calls are held back from; else another one is asked
     */
    Backoff(Sleeper sleeper, boolean patient) {
        this.sleeper = sleeper;
        this.patient = patient;
    }

    @Override
    public boolean before(ChatException failure, int attempt, Duration left) {
        boolean tried = failure.attempts() > 1;
        Duration usual = tried ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(6, attempt - 1));
        Duration wait =
                failure.retryAfter().filter(asked -> !asked.isNegative()).orElse(usual);
        return waited(wait, left);
    }

    @Override
    public boolean whileHeldBack(Duration left) {
        return patient && waited(HELD_BACK, left);
    }

    private boolean waited(Duration wait, Duration left) {
        if (wait.compareTo(left) >= 0) {
            return false;
        }
        try {
            if (!wait.isZero()) {
                sleeper.sleep(wait);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException.Cancelled(
                    "the wait before another attempt was interrupted", ChatException.Details.NONE);
        }
    }
}
