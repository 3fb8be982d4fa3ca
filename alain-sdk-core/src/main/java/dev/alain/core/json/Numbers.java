package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers, without loss: a double only where it says what the text says. */
final class Numbers {
    /** Longer numbers are text; reading them costs the square of their length. */
    static final int LONGEST = 10_000;

    /** So many digits a double always keeps. */
    static final int EXACT_DIGITS = 15;

    private Numbers() {}

    /** The whole number of a few digits that stands there, without a detour over a string; null when none does. */
    static @Nullable JsonNode small(Source source, int start, int stop) {
        boolean zero = source.at(start) == '0' && stop - start > 1;
        if (stop - start > 9 || zero) {
            return null;
        }
        int value = 0;
        for (int at = start; at < stop; at++) {
            if (!Source.digit(source.at(at))) {
                return null;
            }
            value = 10 * value + source.at(at) - '0';
        }
        return IntNode.valueOf(value);
    }

    /** The number in JSON's notation, or null when it isn't one. */
    static @Nullable JsonNode strict(String text) {
        if (text.length() > LONGEST || !isStrict(text)) {
            return null;
        }
        return integral(text) ? integer(text) : decimal(text);
    }

    private static boolean integral(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    static JsonNode integer(String text) {
        if (text.length() < 10) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        if (text.length() < 19) {
            long value = Long.parseLong(text);
            return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() < 64 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** A double where it is exact in the sense of its shortest notation, else a decimal. */
    static @Nullable JsonNode decimal(String text) {
        double value = Double.parseDouble(text);
        if (text.length() <= EXACT_DIGITS && !Double.isInfinite(value) && (value != 0 || zero(text))) {
            return DoubleNode.valueOf(value);
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(text);
        } catch (NumberFormatException outOfRange) {
            return null;
        }
        boolean same = !Double.isInfinite(value) && new BigDecimal(Double.toString(value)).compareTo(exact) == 0;
        return same ? DoubleNode.valueOf(value) : DecimalNode.valueOf(exact);
    }

    private static boolean zero(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a number as RFC 8259 has it. */
    static boolean isStrict(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int digits = digits(text, at);
        if (digits == at || (text.charAt(at) == '0' && digits > at + 1)) {
            return false;
        }
        at = digits;
        if (at < text.length() && text.charAt(at) == '.') {
            digits = digits(text, at + 1);
            if (digits == at + 1) {
                return false;
            }
            at = digits;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits = digits(text, at);
            if (digits == at) {
                return false;
            }
            at = digits;
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && Source.digit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The number that a notation outside JSON means, or null: {@code +1 .5 2. 2e 1_000 0x1F -}. */
    static @Nullable JsonNode lenient(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        boolean negative = text.charAt(0) == '-';
        String body = negative || text.charAt(0) == '+' ? text.substring(1) : text;
        if (body.startsWith("0x") || body.startsWith("0X")) {
            return hex(body.substring(2), negative);
        }
        String plain = grouped(body) ? body.replace("_", "") : body;
        String completed = completed(plain, text.length() > body.length());
        return completed == null ? null : strict(negative ? "-" + completed : completed);
    }

    private static @Nullable JsonNode hex(String digits, boolean negative) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return null;
        }
        BigInteger value = new BigInteger(digits, 16);
        return integer((negative ? value.negate() : value).toString());
    }

    private static boolean grouped(String body) {
        return body.indexOf('_') > 0
                && !body.endsWith("_")
                && body.chars().allMatch(c -> c == '_' || c == '.' || Source.digit((char) c));
    }

    /** Supplies the zeros that JSON wants; null when it is no number all the same. */
    private static @Nullable String completed(String body, boolean signed) {
        int at = digits(body, 0);
        String whole = body.substring(0, at);
        if (whole.length() > 1 && whole.charAt(0) == '0') {
            return null;
        }
        String fraction = "";
        if (at < body.length() && body.charAt(at) == '.') {
            int stop = digits(body, at + 1);
            fraction = body.substring(at + 1, stop);
            at = stop;
        } else if (whole.isEmpty()) {
            return signed && body.isEmpty() ? "0" : null;
        }
        String exponent = "";
        if (at < body.length() && (body.charAt(at) == 'e' || body.charAt(at) == 'E')) {
            int sign = at + 1;
            if (sign < body.length() && (body.charAt(sign) == '+' || body.charAt(sign) == '-')) {
                sign++;
            }
            int stop = digits(body, sign);
            exponent = stop > sign ? body.substring(at, stop) : "";
            at = stop;
        }
        if (at < body.length() || (whole.isEmpty() && fraction.isEmpty() && !exponent.isEmpty())) {
            return null;
        }
        return (whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction) + exponent;
    }
}
