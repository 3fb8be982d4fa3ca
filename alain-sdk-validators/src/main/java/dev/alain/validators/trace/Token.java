package dev.alain.validators.trace;

/**
 * A token of Python in a notebook.
 *
 * @param kind what it is
 * @param text as it stands, names in NFKC, a shell line or magic without its place in an assignment
 * @param value the decoded text of a string literal; empty for others
 * @param formatted whether it is an f-string
 * @param start index in the cell's text
 * @param end index after the last character
 * @param line from 1
 */
record Token(Kind kind, String text, String value, boolean formatted, int start, int end, int line) {
    /** What kinds of tokens there are. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN,
        LINE_END,
        COMMAND
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
}
