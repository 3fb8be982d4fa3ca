package dev.alain.core.hub;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.hub.HubQuestion.Allowance;
import dev.alain.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Waits between questions: never past a deadline, and not sooner than the Hub wants to be asked again. */
final class Pauses {
    /** The Hub counts in windows of five minutes; a longer pause is a mistake. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(301);

    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<Allowance, Instant> notBefore = new ConcurrentHashMap<>();

    Pauses(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Notes that the Hub wants no more questions of a kind for a while. */
    void rest(HubQuestion question, Duration pause) {
        Duration bounded = pause.compareTo(LONGEST_WINDOW) > 0 ? LONGEST_WINDOW : pause;
        notBefore.put(question.kind().allowance(), clock.instant().plus(bounded));
    }

    /**
     * Waits until the Hub may be asked.
     *
     * @throws ResearchException if that is too late
     */
    void beforeAsking(HubQuestion question, Deadline deadline) {
        Instant until = notBefore.get(question.kind().allowance());
        if (until == null) {
            return;
        }
        Duration wait = Duration.between(clock.instant(), until);
        if (!wait.isNegative() && !wait.isZero()) {
            if (!deadline.allows(wait)) {
                throw limited(question, wait);
            }
            sleep(wait, question);
        }
        notBefore.remove(question.kind().allowance(), until);
    }

    /**
     * Waits.
     *
     * @throws ResearchException if the thread is interrupted
     */
    void sleep(Duration wait, HubQuestion question) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HubErrors.unavailable(question, "interrupted", e);
        }
    }

    private static ResearchException limited(HubQuestion question, Duration wait) {
        return new ResearchException(
                Reason.RATE_LIMITED,
                "the Hub wants fewer requests, so " + question.what() + " was not asked for",
                "Wait " + Math.max(1, wait.toSeconds()) + " seconds");
    }
}
