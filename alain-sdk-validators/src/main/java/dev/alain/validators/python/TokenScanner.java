package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Comment;
import dev.alain.code.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a logical line ends, without understanding it: strings, brackets, comments and continuations only.
 *
 * <p>Linear: every character is looked at a fixed number of times.
 */
final class TokenScanner {
    private static final int MAX_NESTED_FSTRINGS = 100;
    private static final int NONE = -1;

    private final String code;
    private final List<Integer> commentStarts = new ArrayList<>();
    private boolean nestedFStrings = true;
    private int tokens;

    /** Where an assigned magic or shell line starts; -1 when the line read last has none. */
    private int assigned;

    private boolean endsWithQuestionMark;
    private boolean inString;
    private int depth;

    TokenScanner(String code) {
        this.code = code;
    }

    int assigned() {
        return assigned;
    }

    /** Whether the line read last ends with a question mark that is a token of its own. */
    boolean endsWithQuestionMark() {
        return endsWithQuestionMark;
    }

    /** How many tokens were passed, blanks counted as such, too. */
    int tokens() {
        return tokens;
    }

    /** Whether the text ends inside of a string of three quotes. */
    boolean endsInString() {
        return inString;
    }

    /** Whether the line read last ends with an open bracket. */
    boolean endsInBracket() {
        return depth > 0;
    }

    /** Where comments start, in order. */
    List<Integer> commentStarts() {
        return commentStarts;
    }

    /** The position of the line feed that ends the logical line, or the text's length. Stops at an assigned escape. */
    int logicalLine(int from) {
        return line(from, false);
    }

    /** The same for one physical line; comments are not noted. */
    int physicalLine(int from) {
        int noted = commentStarts.size();
        int end = line(from, true);
        commentStarts.subList(noted, commentStarts.size()).clear();
        return end;
    }

    private int line(int from, boolean physical) {
        depth = 0;
        assigned = NONE;
        endsWithQuestionMark = false;
        boolean assignmentSeen = false;
        int at = from;
        while (at < code.length()) {
            char c = code.charAt(at);
            tokens++;
            if (c == '\n') {
                if (depth == 0 || physical) {
                    return at;
                }
                at++;
                continue;
            }
            if (c == ' ' || c == '\t' || c == '\f') {
                at++;
                continue;
            }
            if (c == '\\' && at + 1 < code.length() && code.charAt(at + 1) == '\n') {
                at += 2;
                continue;
            }
            endsWithQuestionMark = c == '?';
            if (c == '=' && depth == 0 && !assignmentSeen && next(at) != '=') {
                assignmentSeen = true;
                at = afterBlanks(at + 1);
                if (startsEscape(at)) {
                    assigned = at;
                    return at;
                }
                continue;
            }
            at = token(at, c);
        }
        return at;
    }

    private int token(int at, char c) {
        return switch (c) {
            case '#' -> comment(at);
            case '"', '\'' -> string(at);
            case '(', '[', '{' -> bracket(at, 1);
            case ')', ']', '}' -> bracket(at, -1);
            case '=', '!', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '@', ':' ->
                next(at) == '=' ? at + 2 : at + 1;
            default -> word(at);
        };
    }

    private int word(int from) {
        int at = from + 1;
        while (at < code.length() && Character.isUnicodeIdentifierPart(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private int comment(int at) {
        commentStarts.add(at);
        return lineEnd(at);
    }

    private int bracket(int at, int more) {
        depth = Math.max(0, depth + more);
        return at + 1;
    }

    private boolean startsEscape(int at) {
        char c = at < code.length() ? code.charAt(at) : '\n';
        return c == '!' && next(at) != '='
                || c == '%' && Character.isUnicodeIdentifierStart(next(at))
                || c == '%' && next(at) == '_';
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < code.length() && (code.charAt(at) == ' ' || code.charAt(at) == '\t')
                || code.startsWith("\\\n", at)) {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private char next(int at) {
        return at + 1 < code.length() ? code.charAt(at + 1) : '\n';
    }

    private int lineEnd(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    /** The position after a string; after its quote when it has no end on its line. */
    private int string(int quote) {
        if (nestedFStrings && formatted(quote)) {
            int end = formattedString(quote, 0);
            if (end != NONE) {
                return end;
            }
            nestedFStrings = false;
        }
        int end = plainString(quote);
        if (end != NONE) {
            return end;
        }
        if (tripled(quote)) {
            inString = true;
            return code.length();
        }
        return quote + 1;
    }

    private boolean formatted(int quote) {
        for (int at = quote - 1; at >= 0 && at >= quote - 3; at--) {
            char c = code.charAt(at);
            if (c == 'f' || c == 'F') {
                return true;
            }
            if (c != 'r' && c != 'R') {
                return false;
            }
        }
        return false;
    }

    private boolean tripled(int quote) {
        char c = code.charAt(quote);
        return next(quote) == c && quote + 2 < code.length() && code.charAt(quote + 2) == c;
    }

    private int plainString(int quote) {
        char c = code.charAt(quote);
        boolean tripled = tripled(quote);
        int at = quote + (tripled ? 3 : 1);
        while (at < code.length()) {
            char here = code.charAt(at);
            if (here == '\\') {
                at += 2;
            } else if (here == c && (!tripled || tripled(at))) {
                return at + (tripled ? 3 : 1);
            } else if (here == '\n' && !tripled) {
                return NONE;
            } else {
                at++;
            }
        }
        return NONE;
    }

    private int formattedString(int quote, int nesting) {
        char c = code.charAt(quote);
        boolean tripled = tripled(quote);
        int at = quote + (tripled ? 3 : 1);
        while (at < code.length() && at != NONE) {
            char here = code.charAt(at);
            if (here == '\\' || here == '{' && next(at) == '{') {
                at += 2;
            } else if (here == '{') {
                at = replacement(at + 1, nesting);
            } else if (here == c && (!tripled || tripled(at))) {
                return at + (tripled ? 3 : 1);
            } else if (here == '\n' && !tripled) {
                return NONE;
            } else {
                at++;
            }
        }
        return NONE;
    }

    /** The position after the brace that ends a replacement field. */
    private int replacement(int from, int nesting) {
        int open = 1;
        int at = from;
        while (at < code.length() && at != NONE) {
            char here = code.charAt(at);
            if (here == '"' || here == '\'') {
                boolean nested = formatted(at);
                at = !nested
                        ? plainString(at)
                        : nesting < MAX_NESTED_FSTRINGS ? formattedString(at, nesting + 1) : NONE;
            } else if (here == '}') {
                open--;
                at++;
                if (open == 0) {
                    return at;
                }
            } else {
                open += here == '{' ? 1 : 0;
                at++;
            }
        }
        return NONE;
    }

    /** The comments noted, as they stand in the cell. */
    List<Comment> comments(PositionMap positions) {
        List<Comment> comments = new ArrayList<>();
        for (int start : commentStarts) {
            String text = code.substring(start, lineEnd(start));
            Place from = positions.at(start);
            comments.add(
                    new Comment(text, Place.onLine(from.line(), from.column(), text.codePointCount(0, text.length()))));
        }
        return comments;
    }

    /** Whether a text that is one or more strings is more than one. */
    static boolean severalStrings(String source) {
        TokenScanner scanner = new TokenScanner(source);
        int at = 0;
        while (at < source.length() && source.charAt(at) != '"' && source.charAt(at) != '\'') {
            at++;
        }
        return at < source.length() && scanner.string(at) < source.length();
    }
}
