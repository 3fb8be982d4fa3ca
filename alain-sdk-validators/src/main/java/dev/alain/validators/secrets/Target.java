package dev.alain.validators.secrets;

import java.util.List;

/**
 * What an assignment or a reading names: a name, one with a dot, or one with a constant subscript.
 *
 * @param name as {@code parts[0]}; empty for anything else
 * @param end the token after it
 */
record Target(String name, int end) {
    static Target of(List<Token> tokens, int from) {
        if (from >= tokens.size() || tokens.get(from).kind() != Token.Kind.NAME || is(tokens, from - 1, ".")) {
            return new Target("", from);
        }
        String name = tokens.get(from).text();
        if (is(tokens, from + 1, ".") && from + 2 < tokens.size() && !is(tokens, from + 3, "(")) {
            return new Target(name + "." + tokens.get(from + 2).text(), from + 3);
        }
        return is(tokens, from + 1, "[") ? subscript(tokens, from) : new Target(name, from + 1);
    }

    private static Target subscript(List<Token> tokens, int from) {
        boolean minus = is(tokens, from + 2, "-");
        int key = from + (minus ? 3 : 2);
        boolean constant = is(tokens, key + 1, "]")
                && (tokens.get(key).isString() || tokens.get(key).kind() == Token.Kind.NUMBER);
        return constant
                ? new Target(
                        name(
                                tokens.get(from).text(),
                                (minus ? "-" : "") + tokens.get(key).inner()),
                        key + 2)
                : new Target("", from);
    }

    /** The name of an entry. */
    static String name(String holder, String key) {
        return holder + "[" + key + "]";
    }

    private static boolean is(List<Token> tokens, int token, String sign) {
        return token >= 0 && token < tokens.size() && tokens.get(token).is(sign);
    }
}
