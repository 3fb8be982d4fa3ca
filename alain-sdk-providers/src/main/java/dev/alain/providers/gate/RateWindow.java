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
    /** A window longer than this is a daily quota, and waiting for it makes no sense. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Timer timer;
    private long pausedUntil;
    private boolean paused;
    private final Allowance requests = new Allowance("requests");
    private final Allowance tokens = new Allowance("tokens");

    RateWindow(Timer timer) {
        this.timer = timer;
    }

    /** Reads the headers of an answer. */
    synchronized void read(HttpStream answer) {
        requests.read(answer);
        tokens.read(answer);
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
        wait = Math.max(wait, Math.max(requests.untilReset(now), tokens.untilReset(now)));
        if (wait <= 0) {
            requests.takeOne();
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

    /** What is left of something until it is filled up again; some servers send -1 or 0 of 0 for "no limit". */
    private final class Allowance {
        private final String unit;
        private long remaining;
        private long resetAt;
        private boolean known;

        Allowance(String unit) {
            this.unit = unit;
        }

        void read(HttpStream answer) {
            Optional<Long> left = number(answer.header("x-ratelimit-remaining-" + unit));
            Optional<Duration> reset =
                    answer.header("x-ratelimit-reset-" + unit).flatMap(GoDuration::parse);
            boolean limited = number(answer.header("x-ratelimit-limit-" + unit))
                    .map(limit -> limit > 0)
                    .orElse(true);
            boolean sensible = left.isPresent() && left.get() >= 0 && reset.isPresent() && limited;
            if (sensible && reset.get().compareTo(LONGEST) <= 0) {
                known = true;
                remaining = left.get();
                resetAt = timer.nanos() + reset.get().toNanos();
            }
        }

        long untilReset(long now) {
            if (known && resetAt - now <= 0) {
                known = false;
            }
            return known && remaining <= 0 ? resetAt - now : 0;
        }

        void takeOne() {
            remaining -= known ? 1 : 0;
        }
    }
}
