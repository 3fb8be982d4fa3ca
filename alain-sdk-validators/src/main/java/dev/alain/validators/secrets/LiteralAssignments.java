package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;

/** Names that code gives a plain literal to: variables, attributes, keyword arguments, entries of dicts. */
public final class LiteralAssignments {
    private LiteralAssignments() {}

    /**
     * A literal with a name.
     *
     * @param name the variable's, the attribute's, the argument's or the entry's
     * @param value the literal as a token
     */
    public record Named(String name, Token value) {}

    /** Those of a cell in order. */
    public static List<Named> of(String source) {
        List<Token> tokens = PythonTokens.of(source);
        List<Named> found = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            Token value = tokens.get(i);
            boolean plain = value.isString() && !value.hasPrefix('f') && isAlone(tokens, i + 1);
            if (plain && (tokens.get(i - 1).is("=") || tokens.get(i - 1).is(":"))) {
                Token name = tokens.get(i - 2);
                boolean entry = name.is("]") && i > 3 && tokens.get(i - 3).isString();
                Token holder = entry ? tokens.get(i - 3) : name;
                if (holder.isString()
                        || holder.kind() == Token.Kind.NAME && tokens.get(i - 1).is("=")) {
                    found.add(new Named(holder.isString() ? holder.inner() : holder.text(), value));
                }
            }
        }
        return found;
    }

    /** Whether nothing is done to the literal. */
    private static boolean isAlone(List<Token> tokens, int next) {
        return next >= tokens.size()
                || tokens.get(next).kind() == Token.Kind.LINE_END
                || tokens.get(next).is(",")
                || tokens.get(next).is(")")
                || tokens.get(next).is("}")
                || tokens.get(next).is(";");
    }
}
