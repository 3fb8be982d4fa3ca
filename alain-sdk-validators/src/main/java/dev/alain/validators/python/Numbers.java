package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.OperatorTy;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic with constants: whole numbers of at most 1,000 digits, and doubles. */
final class Numbers {
    private static final int MOST_DIGITS = 1_000;
    private static final int LARGEST_EXPONENT = 64;

    private Numbers() {}

    static Constant of(long value) {
        return new Constant(Constant.Kind.NUMBER, Long.toString(value));
    }

    static @Nullable Constant calculate(Constant left, OperatorTy operator, Constant right) {
        if (left.kind() != Constant.Kind.NUMBER || right.kind() != Constant.Kind.NUMBER) {
            return null;
        }
        BigInteger one = whole(left.text());
        BigInteger other = whole(right.text());
        if (one != null && other != null && operator != OperatorTy.Div) {
            BigInteger result = whole(one, operator, other);
            return result == null ? null : new Constant(Constant.Kind.NUMBER, result.toString());
        }
        return floating(left.text(), operator, right.text());
    }

    private static @Nullable BigInteger whole(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() <= digits || text.length() > MOST_DIGITS) {
            return null;
        }
        boolean decimal = text.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
        return decimal ? new BigInteger(text) : null;
    }

    private static @Nullable BigInteger whole(BigInteger one, OperatorTy operator, BigInteger other) {
        boolean zero = other.signum() == 0;
        return switch (operator) {
            case Add -> one.add(other);
            case Sub -> one.subtract(other);
            case Mult -> one.multiply(other);
            case FloorDiv -> zero ? null : floor(one, other);
            case Mod -> zero ? null : one.subtract(floor(one, other).multiply(other));
            case Pow ->
                other.signum() < 0 || other.bitLength() > 7 || other.intValue() > LARGEST_EXPONENT
                        ? null
                        : one.pow(other.intValue());
            case LShift -> other.signum() < 0 || other.bitLength() > 10 ? null : one.shiftLeft(other.intValue());
            case BitOr -> one.or(other);
            case BitXor -> one.xor(other);
            case BitAnd -> one.and(other);
            default -> null;
        };
    }

    private static BigInteger floor(BigInteger one, BigInteger other) {
        BigInteger[] parts = one.divideAndRemainder(other);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != other.signum();
        return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static @Nullable Constant floating(String left, OperatorTy operator, String right) {
        try {
            double one = Double.parseDouble(left);
            double other = Double.parseDouble(right);
            Double result = switch (operator) {
                case Add -> one + other;
                case Sub -> one - other;
                case Mult -> one * other;
                case Div -> other == 0 ? null : Double.valueOf(one / other);
                case Pow -> Math.pow(one, other);
                default -> null;
            };
            return result == null || !Double.isFinite(result)
                    ? null
                    : new Constant(Constant.Kind.NUMBER, notation(result));
        } catch (NumberFormatException complex) {
            return null;
        }
    }

    private static String notation(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e16) {
            return (long) value + ".0";
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        String digits = text.substring(0, exponent);
        int power = Integer.parseInt(text.substring(exponent + 1));
        String mantissa = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return mantissa + (power < 0 ? "e-" : "e+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }
}
