package dev.alain.core.json;

import java.util.Locale;

/** Finds the brackets in prose that may open a document. */
final class Openings {
    private final Source source;
    private final Lookahead lookahead;
    private boolean foreign;

    Openings(Source source) {
        this.source = source;
        this.lookahead = new Lookahead(source);
    }

    /** Whether the bracket found last stands in a fence of another language. */
    boolean foreign() {
        return foreign;
    }

    /** The next bracket from there on that may open a document; -1 when none follows. Fences of code come last. */
    int next(int from) {
        foreign = false;
        int at = from;
        int inCode = -1;
        while (at < source.end) {
            char c = source.at(at);
            if (c == '`' && source.fenceAt(at)) {
                int line = source.lineEnd(at);
                if (isCode(at + 3)) {
                    int close = source.text.indexOf("\n```", at + 3);
                    inCode = inCode >= 0 ? inCode : firstBetween(line, close < 0 ? source.end : close);
                    at = close < 0 ? source.end : close + 4;
                    continue;
                }
                int first = source.skipSpace(line);
                if (Source.wordStart(source.at(at + 3)) && bracket(first)) {
                    return first;
                }
                at += 3;
            } else if ((c == '{' || c == '[') && opensInProse(at)) {
                return at;
            } else {
                at++;
            }
        }
        foreign = inCode >= 0;
        return inCode;
    }

    /**
     * The first bracket from there on that opens a document, whatever may follow; -1 when none is certain yet. Lists
     * of numbers in prose, and fences of code, are passed over.
     */
    int certain(int from) {
        if (from < 0) {
            return -1;
        }
        int at = from;
        while (at >= 0 && at < source.end) {
            int found = next(at);
            boolean mark = found > from && source.at(found) == '[' && Source.digit(source.at(source.peek(found + 1)));
            if (found < 0 || foreign || (source.at(found) == '{' && source.at(source.peek(found + 1)) == '}')) {
                return -1;
            }
            if (!mark) {
                return found;
            }
            at = found + 1;
        }
        return -1;
    }

    private boolean bracket(int at) {
        return source.at(at) == '{' || source.at(at) == '[';
    }

    private int firstBetween(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bracket(at) && opensInProse(at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the fence's language is one that no document is written in. */
    private boolean isCode(int word) {
        int end = word;
        while (Source.wordPart(source.at(end)) || source.at(end) == '+' || source.at(end) == '#') {
            end++;
        }
        String language = source.text.substring(word, end).toLowerCase(Locale.ROOT);
        char c = source.at(end);
        return !language.isEmpty() && (c == '\n' || c == '\r' || c == ' ') && !language.startsWith("json");
    }

    private boolean opensInProse(int at) {
        boolean subscript = source.at(at) == '[' && at > 0 && subscripted(source.at(at - 1));
        return !subscript && opens(at, true);
    }

    private static boolean subscripted(char c) {
        return Source.wordPart(c) || c == ')' || c == ']';
    }

    /** Whether the bracket may open a document rather than be a piece of prose or code. */
    boolean opens(int at, boolean inProse) {
        int next = source.peek(at + 1);
        char c = source.at(next);
        if (source.at(at) == '{') {
            return c == '}'
                    || lookahead.keyAt(next)
                    || (!inProse && next >= source.end)
                    || (c == '"' && lostColon(next));
        }
        if (c == '{') {
            return opens(next, true);
        }
        if (c == '[') {
            return source.at(source.peek(next + 1)) != '[' ? opens(next, inProse) : !inProse;
        }
        return QuoteStyle.at(source, next) != null
                || c == ']'
                || Source.digit(c)
                || (c == '-' && Source.digit(source.at(next + 1)))
                || Literals.startsAt(source, next);
    }

    /** Whether a quoted word has lost its colon or its end. */
    private boolean lostColon(int next) {
        int behind = lookahead.quotedEnd(next);
        if (behind < 0) {
            return true;
        }
        int follows = source.peek(behind);
        char c = source.at(follows);
        return c == '"' || Source.digit(c) || c == '{' || c == '[' || c == ',' || follows >= source.end;
    }
}
