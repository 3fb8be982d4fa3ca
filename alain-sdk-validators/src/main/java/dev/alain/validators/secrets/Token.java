package dev.alain.validators.secrets;

import java.util.Locale;

/**
 * A piece of Python text.
 *
 * @param start first character in the text
 * @param end after the last one
 * @param body for a literal its first character after the opening quotes; start otherwise
 * @param bodyEnd for a literal where its closing quotes stand; end otherwise
 */
public record Token(Token.Kind kind, String text, int start, int end, int body, int bodyEnd) {
    /** What sorts there are. */
    public enum Kind {
        NAME,
        NUMBER,
        STRING,
        /** One sign, or two such as {@code +=} and {@code ==}. */
        SIGN,
        /** The end of a line outside brackets. */
        LINE_END,
        /** A whole line for a shell or a magic. */
        COMMAND
    }

    /** Whether it is this sign or name. */
    public boolean is(String expected) {
        return kind != Kind.STRING && text.equals(expected);
    }

    /** Whether it is a literal. */
    public boolean isString() {
        return kind == Kind.STRING;
    }

    boolean hasPrefix(char letter) {
        int quote = 0;
        while (quote < text.length() && Character.isLetter(text.charAt(quote))) {
            quote++;
        }
        return text.substring(0, quote).toLowerCase(Locale.ROOT).indexOf(letter) >= 0;
    }

    /** What stands between its quotes, as written. */
    public String inner() {
        return text.substring(body - start, bodyEnd - start);
    }
}
