package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Finds where a string ends.
 *
 * <p>Escaped quotes are always data. Every unescaped quote is put to {@link Lookahead}: the first one behind which
 * the document can go on closes the string. Total work is linear: what searches in vain may cost is bounded, and when
 * it is spent, searches become short.
 */
final class StringEnd {
    private static final int WORK_PER_CHARACTER = 8;
    private static final int SHORT_SEARCH = 2_048;

    private final Source source;
    private final Lookahead lookahead;
    private final MissingEnd missingEnd;
    private final boolean open;
    private final boolean anything;
    private long work;

    private int from;
    private QuoteStyle style = QuoteStyle.DOUBLE;
    private @Nullable Frame frame;
    private boolean inside;
    private int weak;
    private int weakInner;
    private int likely;
    private int likelyInner;

    /** Behind the last character of the string. */
    int stop;
    /** Where reading goes on. */
    int behind;
    /** Unescaped quotes inside the string, without apostrophes. */
    int inner;
    /** Apostrophes inside the string, where they are quotes as well. */
    int apostrophes;
    /** Where the first of them is. */
    int firstInner;
    /** Whether the text ended inside the string. */
    boolean cut;
    /** Whether the closing quote is missing. */
    boolean unclosed;
    /** Whether there is a backslash in the string. */
    boolean escaped;
    /** Whether there is a control character in the string. */
    boolean control;

    /** With {@code open}, a string whose end isn't certain goes on at the end of the text. */
    StringEnd(Source source, Lookahead lookahead, boolean open, boolean anything) {
        this.source = source;
        this.lookahead = lookahead;
        this.missingEnd = new MissingEnd(source, lookahead);
        this.open = open;
        this.anything = anything;
        this.work = (long) source.end * WORK_PER_CHARACTER + SHORT_SEARCH;
    }

    /** Finds the end of the string whose first character stands there. */
    void find(int first, QuoteStyle quotes, @Nullable Frame around) {
        from = first;
        style = quotes;
        frame = around;
        inner = 0;
        apostrophes = 0;
        firstInner = 0;
        likely = -1;
        weak = -1;
        inside = false;
        cut = false;
        unclosed = false;
        escaped = false;
        control = false;
        int limit = work > 0 ? source.end : Math.min(source.end, from + SHORT_SEARCH);
        int at = from;
        while (at < limit) {
            at = nextMark(at, limit);
            if (at >= limit) {
                break;
            }
            if (source.text.charAt(at) == '\\') {
                escaped = true;
                inside ^= inner > 0 && source.at(at + 1) == '"';
                at += 2;
            } else if (decided(at)) {
                return;
            } else {
                at += style.length();
            }
        }
        work -= source.end - from;
        undecided(limit);
    }

    /** The next backslash or quote. */
    private int nextMark(int start, int limit) {
        String text = source.text;
        boolean simple = style == QuoteStyle.DOUBLE;
        boolean controls = control;
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '\\' || (simple ? c == '"' : style.closesAt(source, at))) {
                break;
            }
            controls |= c < ' ';
            at++;
        }
        control = controls;
        return at;
    }

    private boolean decided(int at) {
        int after = at + style.length();
        if (lookahead.valueEnds(after, frame, parity())) {
            if (inside && weak >= 0) {
                inner = weakInner;
                close(weak, weak + style.length());
            } else {
                close(at, after);
            }
            return true;
        }
        if (style == QuoteStyle.DOUBLE || style == QuoteStyle.SINGLE) {
            int end = missingEnd.before(at, from, frame, inner, inside);
            if (end >= 0 && missingEnd.certain()) {
                closeWithoutQuote(end);
                return true;
            }
            if (end >= 0 && likely < 0) {
                likely = end;
                likelyInner = inner;
            }
        }
        if (inner == 0) {
            firstInner = at;
        }
        if (apostrophe(at)) {
            apostrophes++;
            return false;
        }
        if (weak < 0 && inside && lookahead.valueEnds(after, frame, Lookahead.OUTSIDE)) {
            weak = at;
            weakInner = inner;
        }
        inside = !inside && !unpaired(at, after);
        inner++;
        return false;
    }

    /** What the look ahead is told: no quote so far, inside an inner pair of quotes, or outside of all. */
    private int parity() {
        return inner == 0 ? 0 : inside ? Lookahead.INSIDE : Lookahead.OUTSIDE;
    }

    /** Whether the quote can't open an inner pair, such as the mark of inches: a word before it, a gap behind it. */
    private boolean unpaired(int at, int after) {
        char before = source.at(at - 1);
        char behindIt = source.at(after);
        return at > from
                && (Source.wordPart(before) || before == '.' || before == ')')
                && (Source.space(behindIt) || behindIt == ',');
    }

    /** Whether the quote stands inside a word: {@code don't}. */
    private boolean apostrophe(int at) {
        return style != QuoteStyle.DOUBLE
                && style.length() == 1
                && Character.isLetter(source.at(at - 1))
                && Character.isLetter(source.at(at + 1));
    }

    private void close(int at, int after) {
        stop = at;
        behind = after;
    }

    private void closeWithoutQuote(int end) {
        stop = end;
        behind = end;
        unclosed = true;
    }

    /** No quote was certain to close the string. */
    private void undecided(int limit) {
        if (open) {
            toTheEnd();
            return;
        }
        if (weak >= 0 && (likely < 0 || weak < likely)) {
            inner = weakInner;
            close(weak, weak + style.length());
            return;
        }
        if (likely >= 0) {
            inner = likelyInner;
            closeWithoutQuote(likely);
            return;
        }
        int closers = limit == source.end ? closersAtTheEnd() : -1;
        if (closers >= 0 && !anything && bracketBefore(closers)) {
            throw JsonRepairException.refused(
                    from,
                    "The string at character " + from + " has no end, and brackets in it leave open where it was"
                            + "; ask for it again, or let RepairProfile.SALVAGE choose");
        }
        if (closers >= 0) {
            int split = inner == 0 ? memberInside(closers) : -1;
            closeWithoutQuote(split >= 0 ? split : closers);
            return;
        }
        if (limit < source.end) {
            int line = source.lineEnd(from);
            closeWithoutQuote(Math.min(line, limit));
            return;
        }
        toTheEnd();
    }

    /** Whether a closing bracket without its opening one stands in the string up to the offset. */
    private boolean bracketBefore(int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            char c = source.at(at);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private void toTheEnd() {
        stop = source.end;
        behind = source.end;
        cut = true;
    }

    /** Where the brackets start that close all that is open, at the very end of the text; -1 when others stand there. */
    private int closersAtTheEnd() {
        int at = source.end;
        int first = -1;
        StringBuilder brackets = new StringBuilder();
        while (at > from) {
            char c = source.at(at - 1);
            if (c == '}' || c == ']') {
                brackets.append(c);
                first = at - 1;
            } else if (!Source.space(c)) {
                break;
            }
            at--;
        }
        if (first < 0 || !brackets.reverse().toString().startsWith(wanted())) {
            return -1;
        }
        int content = first;
        while (content > from && Source.space(source.at(content - 1))) {
            content--;
        }
        if (content - 1 > from && source.startsWith("\\n", content - 2) && source.at(content - 3) != '\\') {
            content -= 2;
        }
        return content;
    }

    private String wanted() {
        StringBuilder closers = new StringBuilder();
        for (Frame open = frame; open != null; open = open.parent) {
            closers.append(open.isObject() ? '}' : ']');
        }
        return closers.isEmpty() ? "?" : closers.toString();
    }

    /** Where a member without quotes starts inside the string: {@code "first, b: 1}}. */
    private int memberInside(int stop) {
        if (frame == null || !frame.isObject() || stop - from > SHORT_SEARCH) {
            return -1;
        }
        for (int at = from; at < stop; at++) {
            char c = source.at(at);
            if (c == '\\') {
                return -1;
            }
            if (c == ',' && lookahead.keyAt(source.skipSpace(at + 1))) {
                return at;
            }
        }
        return -1;
    }
}
