package dev.alain.providers.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a vendor asks to wait: milliseconds, seconds or a date in headers, or words in the message. */
final class WaitHint {
    /** Longer than anybody waits; also where numbers that fit no Duration end. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private static final String WORDS = "try again in ";

    private WaitHint() {}

    /** Empty for what makes no sense: not a number, negative, past. */
    static Optional<Duration> of(Evidence evidence, String message) {
        return evidence.header("retry-after-ms")
                .flatMap(value -> number(value, 1e-3))
                .or(() -> evidence.header("retry-after").flatMap(value -> number(value, 1)))
                .or(() -> evidence.header("retry-after").flatMap(value -> date(value, evidence)))
                .or(() -> words(message));
    }

    private static Optional<Duration> number(String text, double seconds) {
        try {
            double value = Double.parseDouble(text.strip()) * seconds;
            if (Double.isNaN(value) || value < 0) {
                return Optional.empty();
            }
            return Optional.of(value > FOREVER.toSeconds() ? FOREVER : Duration.ofNanos((long) Math.ceil(value * 1e9)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Against the server's clock where it shows it: ours may be wrong. */
    private static Optional<Duration> date(String text, Evidence evidence) {
        Instant now = evidence.header("date").flatMap(WaitHint::instant).orElse(evidence.now());
        return instant(text)
                .map(until -> Duration.between(now, until))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(FOREVER) > 0 ? FOREVER : wait);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As in "Please try again in 456ms", "in 1.5s", "in 1m30s". */
    private static Optional<Duration> words(String message) {
        int at = message.indexOf(WORDS);
        if (at < 0) {
            return Optional.empty();
        }
        String[] rest = message.substring(at + WORDS.length()).split("[ ,;)]", 3);
        String number = rest[0].replaceAll("\\.$", "");
        String unit = rest.length > 1 && number.matches("[\\d.]+") ? unit(rest[1]) : "";
        return GoDuration.parse(number + unit).map(wait -> wait.compareTo(FOREVER) > 0 ? FOREVER : wait);
    }

    private static String unit(String word) {
        return word.startsWith("min") ? "m" : word.startsWith("h") ? "h" : word.startsWith("milli") ? "ms" : "s";
    }
}
