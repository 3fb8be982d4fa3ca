package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Finds the one number in a text: {@code $1,234.56}, {@code 1/5}, {@code about 3 eggs}. */
final class NumberInText {
    private static final int LONGEST = 2_000;

    private NumberInText() {}

    /** The number; null when there is none or more than one. */
    static @Nullable JsonNode find(String text) {
        String bare = text.strip();
        JsonNode whole = Numbers.strict(bare);
        if (whole != null || bare.length() > LONGEST) {
            return whole;
        }
        JsonNode fraction = fraction(bare);
        if (fraction != null) {
            return fraction;
        }
        JsonNode found = null;
        int at = 0;
        while (at < bare.length()) {
            if (!startsNumber(bare, at)) {
                at++;
                continue;
            }
            int stop = numberEnd(bare, at);
            JsonNode number = Numbers.lenient(bare.substring(at, stop).replace(",", ""));
            if (number == null || found != null) {
                return null;
            }
            found = number;
            at = stop;
        }
        return found;
    }

    private static boolean startsNumber(String text, int at) {
        char c = text.charAt(at);
        boolean joined = at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_');
        boolean sign = (c == '-' || c == '+' || c == '.')
                && at + 1 < text.length()
                && Source.digit(text.charAt(at + 1))
                && !joined;
        return sign || (Source.digit(c) && !joined);
    }

    private static int numberEnd(String text, int start) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joins = (c == ',' || c == '.' || c == '-' || c == '+')
                    && at + 1 < text.length()
                    && Source.digit(text.charAt(at + 1))
                    && (c == ',' || c == '.' || "eE".indexOf(text.charAt(at - 1)) >= 0);
            boolean exponent = (c == 'e' || c == 'E') && at + 1 < text.length() && exponentAt(text, at + 1);
            if (!Source.digit(c) && !joins && !exponent) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean exponentAt(String text, int at) {
        char c = text.charAt(at);
        return Source.digit(c)
                || ((c == '-' || c == '+') && at + 1 < text.length() && Source.digit(text.charAt(at + 1)));
    }

    private static @Nullable JsonNode fraction(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0) {
            return null;
        }
        JsonNode above = Numbers.strict(text.substring(0, slash).strip());
        JsonNode below = Numbers.strict(text.substring(slash + 1).strip());
        if (above == null || below == null || below.decimalValue().signum() == 0) {
            return null;
        }
        BigDecimal value = above.decimalValue().divide(below.decimalValue(), MathContext.DECIMAL64);
        return Numbers.decimal(value.toString());
    }
}
