package dev.alain.validators.trace;

import dev.alain.code.CellAnalysis;
import java.util.List;
import java.util.Optional;

/**
 * A call with what is known of it.
 *
 * @param function full dotted name: {@code os.system}, {@code socket.socket().send}; empty when it has none
 * @param arguments in order
 * @param line in the cell, from 1
 * @param receiver what a method is called on, or the callee itself
 */
public record CallSite(String function, List<Given> arguments, int line, Value receiver) {
    /** Copies the list. */
    public CallSite {
        arguments = List.copyOf(arguments);
    }

    /**
     * An argument.
     *
     * @param keyword empty for a positional one
     * @param text as it stands
     */
    public record Given(String keyword, String text, Value value) {}

    /** A call that another reader saw. */
    public static CallSite of(String function, List<Given> arguments, int line) {
        return new CallSite(Names.canonical(function), arguments, line, Value.UNKNOWN);
    }

    /** An argument that another reader saw. */
    public static Given given(String keyword, String text, Optional<CellAnalysis.Constant> constant) {
        return new Given(keyword, text, constant.map(CallSite::value).orElse(Value.UNKNOWN));
    }

    private static Value value(CellAnalysis.Constant constant) {
        return switch (constant.kind()) {
            case STRING, BYTES -> Value.of(constant.text());
            case BOOLEAN -> Value.of(constant.text().equals("True"));
            case NUMBER -> Operations.number(constant.text());
            case COLLECTION -> CodeTrace.constant(constant.text());
            case NONE, ELLIPSIS -> Value.UNKNOWN;
        };
    }

    /** The last part of the function's name. */
    public String simpleName() {
        return function.substring(function.lastIndexOf('.') + 1);
    }

    /** The argument of a keyword, or else the one at a position from 0; negative for keyword only. */
    public Optional<Given> argument(String keyword, int position) {
        for (int i = 0; i < arguments.size() && !keyword.isEmpty(); i++) {
            if (arguments.get(i).keyword().equals(keyword)) {
                return Optional.of(arguments.get(i));
            }
        }
        boolean there = position >= 0 && position < arguments.size();
        return there && arguments.get(position).keyword().isEmpty()
                ? Optional.of(arguments.get(position))
                : Optional.empty();
    }

    /** The argument's text when it is known; empty otherwise. */
    public String text(String keyword, int position) {
        return argument(keyword, position)
                .flatMap(given -> given.value().text())
                .orElse("");
    }

    /** Whether a keyword is given as {@code True} or {@code False}. */
    public boolean has(String keyword, boolean expected) {
        return argument(keyword, -1)
                .filter(given -> Boolean.valueOf(expected).equals(given.value().data()))
                .isPresent();
    }

    /** Whether any argument comes from there. */
    public boolean takes(String origin) {
        return arguments.stream().anyMatch(given -> given.value().isFrom(origin));
    }
}
