package dev.alain.validators.rules.execution;

import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Constant;
import java.util.Optional;

/** Numbers that arguments hold. */
final class Numbers {
    private static final int LONGEST = 30;

    private Numbers() {}

    /** The number of an argument; empty when it is not constant. */
    static Optional<Double> of(Optional<Argument> argument) {
        return argument.flatMap(Argument::value)
                .filter(value -> value.kind() == Constant.Kind.NUMBER)
                .flatMap(value -> parse(value.text()));
    }

    /** A plain number in Python's notation. */
    static Optional<Double> parse(String text) {
        String plain = text.replace("_", "").strip();
        boolean isNumber = !plain.isEmpty()
                && plain.length() <= LONGEST
                && plain.chars().allMatch(c -> Character.isDigit(c) || "+-.eE".indexOf(c) >= 0)
                && plain.chars().anyMatch(Character::isDigit);
        try {
            return isNumber ? Optional.of(Double.parseDouble(plain)).filter(Double::isFinite) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
