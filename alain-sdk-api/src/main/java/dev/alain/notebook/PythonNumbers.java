package dev.alain.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as Python's {@code repr} writes them: the fewest digits that read back the same. */
final class PythonNumbers {
    private static final double EXACT_LONG = 1e15;

    private PythonNumbers() {}

    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == (long) value && Math.abs(value) < EXACT_LONG) {
            return (value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value)) + ".0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layout(digits, point);
    }

    /** Double.toString before JDK 19 may give more digits than needed, so fewer are tried. */
    private static BigDecimal shortest(double value) {
        BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
        if (printed.precision() <= 15 && !subnormal) {
            return printed;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = subnormal ? 1 : 15; digits <= 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return printed;
    }

    /** {@code point} is the number of digits before the decimal point; Python switches to exponents at -4 and 16. */
    private static String layout(String digits, int point) {
        if (point > -4 && point <= 16) {
            if (point <= 0) {
                return "0." + "0".repeat(-point) + digits;
            }
            if (point >= digits.length()) {
                return digits + "0".repeat(point - digits.length()) + ".0";
            }
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        int exponent = point - 1;
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" : "") + size;
    }
}
