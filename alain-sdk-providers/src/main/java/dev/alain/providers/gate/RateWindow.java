package dev.alain.providers.gate;

import dev.alain.net.HttpStream;
import dev.alain.providers.failure.GoDuration;
import dev.alain.providers.thread.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * What the endpoint says of the calls it will still take, from {@code x-ratelimit-*} headers, and pauses it asked for.
 * Calls that it would refuse are held back here. Thread-safe.
 */
final class RateWindow {
    private static final String REMAINING = "x-ratelimit-remaining-requests";
    private static final String RESET = "x-ratelimit-reset-requests";
    private static final String LIMIT = "x-ratelimit-limit-requests";
    /** A window longer than this is a daily quota, and waiting for it makes no sense. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Timer timer;
    private long pausedUntil;
    private boolean paused;
    private long remaining;
    private long resetAt;
    private boolean known;

    RateWindow(Timer timer) {
        this.timer = timer;
    }

    /** Reads the headers of an answer; some servers send -1 or 0 of 0 for "no limit". */
    synchronized void read(HttpStream answer) {
        Optional<Long> left = number(answer.header(REMAINING));
        Optional<Duration> reset = answer.header(RESET).flatMap(GoDuration::parse);
        boolean limited = number(answer.header(LIMIT)).map(limit -> limit > 0).orElse(true);
        if (left.isEmpty()
                || left.get() < 0
                || reset.isEmpty()
                || !limited
                || reset.get().compareTo(LONGEST) > 0) {
            return;
        }
        known = true;
        remaining = left.get();
        resetAt = timer.nanos() + reset.get().toNanos();
    }

    /** Nobody asks for a while: one call was told so, and the others would be. */
    synchronized void pause(Duration time) {
        long until = timer.nanos() + time.toNanos();
        if (!paused || until - pausedUntil > 0) {
            paused = true;
            pausedUntil = until;
        }
    }

    /** How long the next call has to wait; none when it may go, and then it is counted. */
    synchronized Duration take() {
        long now = timer.nanos();
        long wait = paused ? pausedUntil - now : 0;
        if (wait <= 0) {
            paused = false;
        }
        if (known && resetAt - now <= 0) {
            known = false;
        }
        if (known && remaining <= 0) {
            wait = Math.max(wait, resetAt - now);
        }
        if (wait <= 0 && known) {
            remaining--;
        }
        return wait <= 0 ? Duration.ZERO : Duration.ofNanos(wait);
    }

    private static Optional<Long> number(Optional<String> text) {
        try {
            return text.map(String::strip).map(Long::parseLong);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
