package dev.alain.core.hub;

import dev.alain.net.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long the Hub wants to be left alone: {@code Retry-After}, or {@code RateLimit: "api";r=0;t=55}. */
final class RateLimit {
    private static final int MOST_DIGITS = 9;

    private RateLimit() {}

    /** The pause that an answer asks for; empty when it asks for none. */
    static Optional<Duration> pause(HttpResponse response, Instant now) {
        return response.header("Retry-After")
                .map(String::strip)
                .flatMap(value -> retryAfter(value, now))
                .or(() -> response.header("RateLimit").flatMap(RateLimit::window));
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        Optional<Duration> seconds = number(value).map(Duration::ofSeconds);
        return seconds.isPresent() ? seconds : date(value, now);
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One second more than the rest of the window, as Hugging Face's own client waits. */
    private static Optional<Duration> window(String value) {
        boolean empty = parameter(value, "r").filter(left -> left == 0).isPresent();
        return empty ? parameter(value, "t").map(seconds -> Duration.ofSeconds(seconds + 1)) : Optional.empty();
    }

    private static Optional<Long> parameter(String value, String name) {
        int at = 0;
        while (at >= 0) {
            int end = value.indexOf(';', at);
            String part = value.substring(at, end < 0 ? value.length() : end).strip();
            if (part.startsWith(name + "=")) {
                return number(part.substring(name.length() + 1));
            }
            at = end < 0 ? -1 : end + 1;
        }
        return Optional.empty();
    }

    private static Optional<Long> number(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
