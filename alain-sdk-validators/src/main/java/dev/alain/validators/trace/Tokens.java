package dev.alain.validators.trace;

import dev.alain.validators.trace.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits the text of a cell into tokens; any text has some. Linear in the text. */
final class Tokens {
    /** At a line's start these end whatever bracket broken code left open. */
    private static final Set<String> STARTERS = Set.of("import", "from", "def", "class", "with", "try", "return");

    private static final List<String> LONG_SIGNS = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "==", "!=", "<=", ">=", "->", ":=", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=");

    private static final String SECOND_SIGNS = "=*/><.";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;
    private boolean fresh = true;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens reader = new Tokens(text);
        while (reader.at < text.length()) {
            reader.next();
        }
        reader.add(Kind.LINE_END, "", "", false, text.length(), reader.line);
        return reader.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineEnd();
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at += 2;
            line++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if ((depth == 0 && (c == '!' || c == '%') || fresh && c == '!') && startsCommand()) {
            depth = 0;
            command();
        } else {
            fresh = false;
            token(c);
        }
    }

    private void lineEnd() {
        if (depth == 0) {
            add(Kind.LINE_END, "\n", "", false, at + 1, line);
        }
        at++;
        line++;
        fresh = true;
    }

    private boolean startsCommand() {
        boolean marked = text.charAt(at) == '!'
                ? !text.startsWith("!=", at)
                : at + 1 < text.length() && (text.charAt(at + 1) == '%' || Character.isLetter(text.charAt(at + 1)));
        return marked
                && (fresh || (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is("=")));
    }

    private void command() {
        int start = at;
        int first = line;
        StringBuilder whole = new StringBuilder();
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            boolean continued = end > at && text.charAt(end - 1) == '\\' && end < text.length();
            whole.append(text, at, continued ? end - 1 : end);
            at = end;
            if (!continued) {
                break;
            }
            at++;
            line++;
        }
        add(Kind.COMMAND, whole.toString(), "", false, start, at, first);
    }

    private void token(char c) {
        int start = at;
        int quote = quoteAt(at);
        if (quote >= 0) {
            string(quote);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_' || Character.isHighSurrogate(c)) {
            name();
        } else if (Character.isDigit(c)
                || (c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            add(Kind.NUMBER, text.substring(start, at), "", false, start, at, line);
        } else {
            sign(c);
        }
    }

    private void name() {
        int start = at;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!Character.isUnicodeIdentifierPart(point) || Character.isIdentifierIgnorable(point)) {
                break;
            }
            at += Character.charCount(point);
        }
        if (at == start) {
            at += Character.charCount(text.codePointAt(at));
        }
        String name = plain(text.substring(start, at));
        boolean lineStart = start == 0 || text.charAt(start - 1) == '\n';
        if (lineStart && STARTERS.contains(name)) {
            depth = 0;
        }
        add(Kind.NAME, name, "", false, start, at, line);
    }

    /** Python compares names in NFKC; those of ASCII are in it already. */
    private static String plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return Normalizer.normalize(name, Normalizer.Form.NFKC);
            }
        }
        return name;
    }

    private String signAt(char c) {
        boolean single = at + 1 == text.length() || SECOND_SIGNS.indexOf(text.charAt(at + 1)) < 0;
        if (!single) {
            for (String known : LONG_SIGNS) {
                if (text.startsWith(known, at)) {
                    return known;
                }
            }
        }
        return String.valueOf(c);
    }

    private void sign(char c) {
        int start = at;
        String sign = signAt(c);
        at += sign.length();
        depth = "([{".indexOf(c) >= 0 ? depth + 1 : ")]}".indexOf(c) >= 0 ? Math.max(0, depth - 1) : depth;
        add(Kind.SIGN, sign, "", false, start, at, line);
    }

    /** The index of the quote when a string literal with its prefix starts here, or -1. */
    private int quoteAt(int index) {
        int quote = index;
        while (quote < text.length() && quote - index < 3 && "rRbBuUfFtT".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        boolean opens = quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'');
        return opens ? quote : -1;
    }

    private void string(int quote) {
        int start = at;
        int first = line;
        String prefix = text.substring(at, quote).toLowerCase(java.util.Locale.ROOT);
        char mark = text.charAt(quote);
        String closing = String.valueOf(mark).repeat(3);
        boolean triple = text.startsWith(closing, quote);
        closing = triple ? closing : String.valueOf(mark);
        int body = quote + closing.length();
        int end = body;
        while (end < text.length() && !text.startsWith(closing, end)) {
            char c = text.charAt(end);
            if (c == '\n' && !triple) {
                break;
            }
            end += c == '\\' ? 2 : 1;
            line += c == '\n' || (c == '\\' && end <= text.length() && text.charAt(end - 1) == '\n') ? 1 : 0;
        }
        end = Math.min(end, text.length());
        at = text.startsWith(closing, end) ? end + closing.length() : end;
        String raw = text.substring(body, end);
        String value = prefix.contains("r") ? raw : Escapes.decoded(raw);
        add(
                Kind.STRING,
                text.substring(start, at),
                value,
                prefix.contains("f") || prefix.contains("t"),
                start,
                at,
                first);
    }

    private void add(Kind kind, String sign, String value, boolean formatted, int start, int end, int where) {
        tokens.add(new Token(kind, sign, value, formatted, start, end, where));
    }

    private void add(Kind kind, String sign, String value, boolean formatted, int end, int where) {
        add(kind, sign, value, formatted, at, Math.max(at, end), where);
    }
}
