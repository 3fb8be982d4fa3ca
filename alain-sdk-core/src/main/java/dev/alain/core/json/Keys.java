package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds where a key ends. */
final class Keys {
    private static final int LONGEST = 2_048;

    private Keys() {}

    /**
     * A key.
     *
     * @param stop offset behind its last character
     * @param behind offset where reading goes on
     * @param inner unescaped quotes inside
     * @param unclosed whether its closing quote is missing
     */
    record Found(int stop, int behind, int inner, boolean unclosed) {}

    /** The quoted key that starts there; null when the text ends in it, which a partial text is taken to do. */
    static @Nullable Found quoted(Source source, QuoteStyle style, int position, boolean partial) {
        int from = position + 1;
        int first = -1;
        int colon = -1;
        int inner = 0;
        int at = from;
        int limit = Math.min(source.end, position + LONGEST);
        while (at < limit) {
            char c = source.at(at);
            if (c == '\\') {
                at += 2;
                continue;
            }
            if (style.closesAt(source, at)) {
                if (ends(source, at + 1, first < 0)) {
                    return new Found(at, at + 1, inner, false);
                }
                if (first < 0) {
                    first = at;
                }
                inner++;
            } else if (c == ':' && colon < 0) {
                colon = at;
            } else if ((c == '\n' || c == '{' || c == '}') && first >= 0) {
                break;
            }
            at++;
        }
        if (colon >= 0 && (first < 0 ? !partial && bracketLast(source) : colon < first)) {
            return new Found(colon, colon, 0, true);
        }
        if (first >= 0) {
            return new Found(first, first + 1, 0, false);
        }
        return at >= source.end ? null : new Found(limit, limit, 0, true);
    }

    /** Whether the text has its last bracket, so that a key without an end was not cut but lost its quote. */
    private static boolean bracketLast(Source source) {
        int at = source.end;
        while (at > 0 && Source.space(source.at(at - 1))) {
            at--;
        }
        return at > 0 && (source.at(at - 1) == '}' || source.at(at - 1) == ']');
    }

    private static boolean ends(Source source, int after, boolean first) {
        int next = source.peek(after);
        char c = source.at(next);
        if (c == ':' || (next >= source.end && first)) {
            return true;
        }
        if (!first) {
            return false;
        }
        if (c == ',' || c == '}' || c == '=' || Source.digit(c) || c == '+' || c == '{' || c == '[') {
            return true;
        }
        return next > after && (QuoteStyle.at(source, next) != null || Literals.startsAt(source, next));
    }

    /** A number as key is written as JavaScript writes it, where objects with such keys come from. */
    static String numeric(String key) {
        char first = key.isEmpty() ? 'x' : key.charAt(0);
        JsonNode number = Source.digit(first) || "+-.".indexOf(first) >= 0 ? Numbers.lenient(key) : null;
        if (number == null) {
            return key;
        }
        BigDecimal exact = number.decimalValue().stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exact.signum() == 0 || (exponent < 21 && exponent > -7)) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (exact.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+")
                + exponent;
    }

    /** Behind the key without quotes that starts there. */
    static int unquotedEnd(Source source, int position) {
        int at = position;
        while (at < source.end) {
            char c = source.at(at);
            if (c == ':'
                    || c == ','
                    || c == '}'
                    || c == '{'
                    || c == '['
                    || c == ']'
                    || c == '"'
                    || c == '\''
                    || c == '\n'
                    || Source.space(c)) {
                if (!Source.space(c) || !wordsThenColon(source, at)) {
                    return at;
                }
            }
            at++;
        }
        return at;
    }

    /** Whether further words lead to a colon, as in {@code Some key: 1}. */
    private static boolean wordsThenColon(Source source, int position) {
        int at = position;
        int limit = Math.min(source.end, position + 80);
        while (at < limit && (Source.wordPart(source.at(at)) || source.at(at) == ' ')) {
            at++;
        }
        return source.at(at) == ':' && at > source.skipSpace(position);
    }
}
