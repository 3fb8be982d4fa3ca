package dev.alain.providers.failure;

import java.time.Duration;
import java.util.Optional;

/** Durations as {@code 1m30s}, {@code 456ms} or plain seconds. */
public final class GoDuration {
    private GoDuration() {}

    /** Empty for anything else, and for what is negative. */
    public static Optional<Duration> parse(String text) {
        String rest = text.strip();
        double millis = 0;
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        while (!rest.isEmpty()) {
            int digits = span(rest, true);
            int unit = span(rest.substring(digits), false);
            double factor = factor(rest.substring(digits, digits + unit));
            if (digits == 0 || factor == 0 || digits > 12) {
                return Optional.empty();
            }
            try {
                millis += Double.parseDouble(rest.substring(0, digits)) * factor;
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            rest = rest.substring(digits + unit);
        }
        return Optional.of(Duration.ofMillis((long) Math.ceil(millis)));
    }

    private static double factor(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s", "" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 0;
        };
    }

    private static int span(String text, boolean number) {
        int end = 0;
        while (end < text.length() && number == (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }
}
