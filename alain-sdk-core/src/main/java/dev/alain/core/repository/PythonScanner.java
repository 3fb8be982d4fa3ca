package dev.alain.core.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits Python source into words in one pass; never fails, whatever the text is. */
final class PythonScanner {
    private static final int MOST = 500_000;

    private final String code;
    private final List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;

    private PythonScanner(String code) {
        this.code = code;
    }

    static List<PythonToken> scan(String code) {
        PythonScanner scanner = new PythonScanner(code);
        while (scanner.at < code.length() && scanner.tokens.size() < MOST) {
            scanner.next();
        }
        scanner.add(PythonToken.Kind.END, "");
        return List.copyOf(scanner.tokens);
    }

    private void next() {
        char c = code.charAt(at);
        if (c == '\n') {
            if (depth == 0) {
                add(PythonToken.Kind.END, "");
            }
            line++;
            at++;
        } else if (c == '\\' && at + 1 < code.length() && code.charAt(at + 1) == '\n') {
            line++;
            at += 2;
        } else if (c == '#') {
            int end = code.indexOf('\n', at);
            at = end < 0 ? code.length() : end;
        } else if (c == '"' || c == '\'') {
            string("");
        } else if (isWordPart(c)) {
            word();
        } else {
            if (!Character.isWhitespace(c)) {
                depth += "([{".indexOf(c) >= 0 ? 1 : 0;
                depth = ")]}".indexOf(c) >= 0 ? Math.max(0, depth - 1) : depth;
                add(PythonToken.Kind.SIGN, String.valueOf(c));
            }
            at++;
        }
    }

    private void word() {
        int start = at;
        while (at < code.length() && isWordPart(code.charAt(at))) {
            at++;
        }
        String word = code.substring(start, at);
        boolean quoted = at < code.length() && (code.charAt(at) == '"' || code.charAt(at) == '\'');
        if (quoted
                && word.length() <= 2
                && word.toLowerCase(Locale.ROOT).chars().allMatch(c -> "rbuf".indexOf(c) >= 0)) {
            string(word.toLowerCase(Locale.ROOT));
        } else {
            add(PythonToken.Kind.WORD, word);
        }
    }

    private void string(String prefix) {
        char quote = code.charAt(at);
        boolean triple = code.startsWith(String.valueOf(quote).repeat(3), at);
        int first = line;
        int start = at + (triple ? 3 : 1);
        int end = start;
        while (end < code.length() && !closes(end, quote, triple)) {
            if (code.charAt(end) == '\n') {
                if (!triple) {
                    break;
                }
                line++;
            }
            // What follows a backslash is part of the string, but a line end still counts.
            boolean escaped = code.charAt(end) == '\\' && end + 1 < code.length() && code.charAt(end + 1) != '\n';
            end += escaped ? 2 : 1;
        }
        end = Math.min(end, code.length());
        String text = code.substring(Math.min(start, end), end);
        boolean closed = end < code.length() && closes(end, quote, triple);
        at = closed ? end + (triple ? 3 : 1) : end;
        boolean literal = closed && prefix.indexOf('f') < 0 && prefix.indexOf('b') < 0;
        tokens.add(new PythonToken(
                literal ? PythonToken.Kind.STRING : PythonToken.Kind.SIGN, literal ? text : "f\"", first));
    }

    private boolean closes(int index, char quote, boolean triple) {
        return code.charAt(index) == quote
                && (!triple || code.startsWith(String.valueOf(quote).repeat(3), index));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void add(PythonToken.Kind kind, String text) {
        tokens.add(new PythonToken(kind, text, line));
    }
}
