package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts the text of a code cell into tokens, also when it is no valid Python.
 *
 * <p>Knows what literals and brackets need: quotes, prefixes, escapes, comments, lines for shells and magics. Linear.
 */
public final class PythonTokens {
    private static final String PREFIX_LETTERS = "rRbBuUfFtT";

    private static final int LONGEST_FIELD = 400;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private boolean lineStart = true;

    private PythonTokens(String text) {
        this.text = text;
    }

    /** The tokens in order, comments and blanks left out; a cell magic is one command. */
    public static List<Token> of(String text) {
        PythonTokens reader = new PythonTokens(text);
        if (text.stripLeading().startsWith("%%")) {
            reader.add(Token.Kind.COMMAND, 0, text.length());
        } else {
            while (reader.at < text.length()) {
                reader.step();
            }
        }
        return reader.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineEnd();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at += 2;
        } else if (c == '#') {
            at = endOfLine(at);
        } else if (lineStart && depth == 0 && (c == '!' || c == '%')) {
            command();
        } else {
            lineStart = false;
            token(c);
        }
    }

    private void token(char c) {
        int quote = at;
        while (quote < text.length() && quote - at < 3 && PREFIX_LETTERS.indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
            literal(quote);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            add(Token.Kind.NAME, at, endOfName(at));
        } else if (c >= '0' && c <= '9') {
            add(Token.Kind.NUMBER, at, endOfName(at));
        } else {
            sign(c);
        }
    }

    private int endOfName(int from) {
        int end = from + 1;
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void sign(char c) {
        depth = "([{".indexOf(c) >= 0 ? depth + 1 : ")]}".indexOf(c) >= 0 ? Math.max(0, depth - 1) : depth;
        boolean two = at + 1 < text.length() && text.charAt(at + 1) == '=' && "+=!<>:-*/%".indexOf(c) >= 0;
        add(Token.Kind.SIGN, at, at + (two ? 2 : 1));
    }

    private void lineEnd() {
        if (depth == 0) {
            add(Token.Kind.LINE_END, at, at + 1);
            lineStart = true;
        } else {
            at++;
        }
    }

    private void command() {
        int end = endOfLine(at);
        while (end < text.length() && text.charAt(end - 1) == '\\') {
            end = endOfLine(end + 1);
        }
        add(Token.Kind.COMMAND, at, end);
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void literal(int quote) {
        char mark = text.charAt(quote);
        boolean triple = text.startsWith(String.valueOf(mark).repeat(3), quote);
        int body = quote + (triple ? 3 : 1);
        int end = body;
        boolean fields =
                !triple && text.substring(at, quote).toLowerCase(Locale.ROOT).indexOf('f') >= 0;
        while (end < text.length() && !closes(end, mark, triple) && (triple || text.charAt(end) != '\n')) {
            end = fields && text.charAt(end) == '{' ? fieldEnd(end) : end + (text.charAt(end) == '\\' ? 2 : 1);
        }
        int bodyEnd = Math.min(end, text.length());
        boolean closed = bodyEnd < text.length() && closes(bodyEnd, mark, triple);
        int after = closed ? bodyEnd + (triple ? 3 : 1) : bodyEnd;
        tokens.add(new Token(Token.Kind.STRING, text.substring(at, after), at, after, body, bodyEnd));
        at = after;
    }

    /** After a field of an f-string, which since Python 3.12 may hold the same quotes; after its brace when unsure. */
    private int fieldEnd(int brace) {
        int last = Math.min(text.length(), brace + LONGEST_FIELD);
        char open = 0;
        for (int i = brace + 1; i < last && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (open == 0 && c == '}') {
                return i + 1;
            } else if (open == 0 && c == '{') {
                return i + 1;
            }
            open = open == 0 && (c == '"' || c == '\'') ? c : c == open ? 0 : open;
        }
        return brace + 1;
    }

    private boolean closes(int end, char mark, boolean triple) {
        return text.charAt(end) == mark
                && (!triple || end + 2 < text.length() && text.charAt(end + 1) == mark && text.charAt(end + 2) == mark);
    }

    private void add(Token.Kind kind, int from, int to) {
        tokens.add(new Token(kind, text.substring(from, to), from, to, from, to));
        at = to;
    }
}
