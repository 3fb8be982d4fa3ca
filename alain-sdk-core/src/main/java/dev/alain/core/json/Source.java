package dev.alain.core.json;

/** The text being read, with the questions that every part of the reader asks of it. */
final class Source {
    private static final int COMMENT_WINDOW = 512;

    final String text;
    final int end;
    private final int lastLineBreak;

    Source(String text) {
        this.text = text;
        this.end = text.length();
        this.lastLineBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    }

    /** The character there, or NUL behind the end. */
    char at(int position) {
        return position < end ? text.charAt(position) : '\0';
    }

    boolean startsWith(String prefix, int position) {
        return text.startsWith(prefix, position);
    }

    static boolean space(char c) {
        return c == ' ' || (c <= '\r' && c >= '\t') || (c > 126 && specialSpace(c));
    }

    /** White space that JSON lacks. */
    static boolean specialSpace(char c) {
        return c == '\u000b'
                || c == '\f'
                || c == '\u0085'
                || c == '\u00a0'
                || c == '\u1680'
                || c == '\u180e'
                || (c >= '\u2000' && c <= '\u200b')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\ufeff';
    }

    static boolean wordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    int skipSpace(int position) {
        int at = position;
        while (at < end && space(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Skips white space and comments of moderate length: for looking ahead. */
    int peek(int position) {
        int at = skipSpace(position);
        while (commentAt(at)) {
            int behind = shortCommentEnd(at);
            if (behind < 0) {
                return at;
            }
            at = skipSpace(behind);
        }
        return at;
    }

    /** Behind the comment if it ends soon, else -1. */
    private int shortCommentEnd(int position) {
        int limit = Math.min(end, position + COMMENT_WINDOW);
        boolean block = at(position) == '<' || at(position + 1) == '*';
        String mark = at(position) == '<' ? "-->" : "*/";
        for (int at = position + 2; at < limit; at++) {
            char c = text.charAt(at);
            if (block && c == mark.charAt(0) && text.startsWith(mark, at)) {
                return at + mark.length();
            }
            boolean lineEnds = c == '\n' || c == '\r' || (position > lastLineBreak && (c == '}' || c == ']'));
            if (!block && lineEnds) {
                return at;
            }
        }
        return limit == end ? end : -1;
    }

    boolean commentAt(int position) {
        char c = at(position);
        if (c == '/') {
            char next = at(position + 1);
            return next == '/' || next == '*';
        }
        return c == '#' || (c == '<' && text.startsWith("<!--", position));
    }

    /** The offset behind the comment; one that the text's end cuts ends there. */
    int commentEnd(int position) {
        char c = at(position);
        if (c == '<') {
            return behind("-->", position + 4);
        }
        if (c == '/' && at(position + 1) == '*') {
            int close = text.indexOf("*/", position + 2);
            return close >= 0 ? close + 2 : end;
        }
        return position > lastLineBreak ? beforeBracket(position) : lineEnd(position);
    }

    /** In a text of one line, a line comment would swallow the brackets that close it; they win. */
    private int beforeBracket(int position) {
        int at = position;
        while (at < end && text.charAt(at) != '}' && text.charAt(at) != ']') {
            at++;
        }
        return at;
    }

    private int behind(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at >= 0 ? at + mark.length() : end;
    }

    int lineEnd(int position) {
        int at = position;
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Whether a line break stands between the two offsets. */
    boolean breaksBetween(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    boolean fenceAt(int position) {
        return text.startsWith("```", position);
    }

    boolean ellipsisAt(int position) {
        return text.startsWith("...", position) || at(position) == '\u2026';
    }
}
