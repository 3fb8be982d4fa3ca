package dev.alain.validators.rules;

import dev.alain.code.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a Python text holds comments and strings, whether it parses or not.
 *
 * <p>Shell lines and magics count as code without either. An f-string is one string, whatever stands in its braces.
 */
public final class PythonText {
    private static final byte CODE = 0;
    private static final byte COMMENT = 1;
    private static final byte STRING = 2;

    private final String source;
    private final byte[] kinds;
    private final List<Piece> comments = new ArrayList<>();
    private final List<Piece> strings = new ArrayList<>();

    private PythonText(String source) {
        this.source = source;
        this.kinds = new byte[source.length()];
    }

    /** A comment or a string with its quotes, from an index to before another. */
    public record Piece(String text, int start, int end) {}

    /** Reads a text in one pass. */
    public static PythonText of(String source) {
        PythonText text = new PythonText(source);
        text.read();
        return text;
    }

    /** The comments with their number signs, in order. */
    public List<Piece> comments() {
        return List.copyOf(comments);
    }

    /** The text literals with their quotes, prefixes left out, in order. */
    public List<Piece> strings() {
        return List.copyOf(strings);
    }

    /** Whether a character belongs to a comment. */
    public boolean isComment(int index) {
        return kinds[index] == COMMENT;
    }

    /** Whether a character belongs to a text literal, its quotes among it. */
    public boolean isString(int index) {
        return kinds[index] == STRING;
    }

    /** Whether a character belongs to neither. */
    public boolean isCode(int index) {
        return kinds[index] == CODE;
    }

    /** The place of a range of indexes, as lines and columns in code points. */
    public static Place place(String source, int start, int end) {
        int line = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int lines = (int)
                source.substring(start, end).chars().filter(c -> c == '\n').count();
        return new Place(line, column(source, start), line + lines, column(source, end));
    }

    private static int column(String source, int index) {
        int start = source.lastIndexOf('\n', index - 1) + 1;
        return source.codePointCount(start, index) + 1;
    }

    private void read() {
        boolean lineStart = true;
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (lineStart && (c == '!' || c == '%')) {
                i = endOfLine(i);
            } else if (c == '#') {
                i = mark(COMMENT, i, endOfLine(i), comments);
            } else if (c == '"' || c == '\'') {
                i = mark(STRING, i, endOfString(i, c), strings);
            } else {
                lineStart = c == '\n' || lineStart && (c == ' ' || c == '\t');
                i++;
                continue;
            }
            lineStart = false;
        }
    }

    private int mark(byte kind, int start, int end, List<Piece> pieces) {
        java.util.Arrays.fill(kinds, start, end, kind);
        pieces.add(new Piece(source.substring(start, end), start, end));
        return end;
    }

    private int endOfLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    /** A string that is not closed ends with its line, one in triple quotes with the text. */
    private int endOfString(int start, char quote) {
        boolean triple = source.startsWith(String.valueOf(quote).repeat(3), start);
        int i = start + (triple ? 3 : 1);
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c == '\n' && !triple) {
                return i;
            } else if (c == quote && !triple) {
                return i + 1;
            } else if (c == quote && source.startsWith(String.valueOf(quote).repeat(3), i)) {
                return i + 3;
            } else {
                i++;
            }
        }
        return source.length();
    }
}
