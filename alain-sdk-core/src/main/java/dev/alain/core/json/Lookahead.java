package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Says whether text may go on somewhere as JSON, given what is open: the rule that finds the end of a string.
 *
 * <p>Bounded: it follows at most three closing brackets and reads at most one key, so that asking it of every quote
 * stays linear. {@code inner} is {@link #INSIDE} or {@link #OUTSIDE} of pairs of unescaped quotes within the string, and 0
 * when no such quote was passed: then the quote is believed easily, as in every well-formed document; after one, only keys
 * that are known are, or any key outside of pairs.
 */
final class Lookahead {
    /** The quote stands inside a pair of unescaped quotes. */
    static final int INSIDE = 1;
    /** The quote stands behind pairs of unescaped quotes. */
    static final int OUTSIDE = 2;

    private static final int LEVELS = 3;

    private final Source source;
    private final KeyAhead keys;
    private final RootEnd root;

    Lookahead(Source source) {
        this.source = source;
        this.keys = new KeyAhead(source);
        this.root = new RootEnd(source);
    }

    /** Whether a value of the frame may end at the offset. */
    boolean valueEnds(int at, @Nullable Frame frame, int inner) {
        if (frame == null) {
            return root.stringEnds(at, inner);
        }
        return follows(at, frame, LEVELS, inner, false);
    }

    private boolean follows(int at, @Nullable Frame frame, int levels, int inner, boolean closed) {
        if (frame == null) {
            return root.documentEnds(at, inner);
        }
        int next = behindQuote(at, inner, closed);
        if (next >= source.end) {
            return true;
        }
        char c = source.at(next);
        if (c == '+' && !closed && inner == 0 && QuoteStyle.at(source, source.peek(next + 1)) != null) {
            return true;
        }
        if (c == '`' && source.fenceAt(next) && inner == 0) {
            return source.breaksBetween(at, next) || source.skipSpace(next + 3) >= source.end;
        }
        return frame.isObject()
                ? followsInObject(at, next, c, frame, levels, inner, closed)
                : followsInArray(at, next, c, frame, levels, inner, closed);
    }

    /** Behind white space, and behind comments as long as they can't be code: those of Python look the same. */
    private int behindQuote(int at, int inner, boolean closed) {
        int next = source.skipSpace(at);
        boolean comment = inner == 0 && (closed || next > at || source.at(next + 1) == '*');
        return comment ? source.peek(at) : next;
    }

    private boolean followsInObject(int at, int next, char c, Frame frame, int levels, int inner, boolean closed) {
        if (c == ',') {
            return memberFollows(next + 1, frame, inner);
        }
        if (c == '}') {
            return levels == 0 || follows(next + 1, frame.parent, levels - 1, inner, true);
        }
        if (c == ']' && inner == 0) {
            Frame outer = Frame.nearest(frame, false);
            return outer != null && (levels == 0 || follows(next + 1, outer.parent, levels - 1, inner, true));
        }
        if (c == ']' && frame.parent != null && !frame.parent.isObject()) {
            return (source.breaksBetween(at, next) || even(inner))
                    && (levels == 0 || follows(next + 1, frame.parent.parent, levels - 1, inner, true));
        }
        if (c == ':' || c == '\\') {
            return false;
        }
        boolean brk = source.breaksBetween(at, next);
        if (inner == 0 && !closed && next > at && !spaceBefore(at) && keyAt(next) && plausibleValue()) {
            return true;
        }
        if (keyAt(next) && (keys.quoted() || brk || frame.unquotedKeys || frame.shape.has(foundKey()))) {
            return inner == 0 || (brk && admissible(frame, inner));
        }
        if (c == '{' && frame.parent != null && !frame.parent.isObject()) {
            return brk && keyAt(source.peek(next + 1)) && (inner == 0 || frame.has(foundKey()));
        }
        return inner == 0 && !closed && next > at && junkWords(at, next);
    }

    private boolean followsInArray(int at, int next, char c, Frame frame, int levels, int inner, boolean closed) {
        if (c == ',') {
            return itemFollows(next + 1, frame, inner);
        }
        if (c == ']' || (c == ')' && frame.tuple)) {
            return levels == 0 || follows(next + 1, frame.parent, levels - 1, inner, true);
        }
        if (c == ':' || c == '\\') {
            return c == ':' && inner == 0 && !closed;
        }
        if (c == '}' && inner == 0) {
            Frame outer = Frame.nearest(frame, true);
            if (outer == null) {
                return levels == 0 || follows(next + 1, frame, levels - 1, inner, true);
            }
            return levels == 0 || follows(next + 1, outer.parent, levels - 1, inner, true);
        }
        boolean apart = next > at;
        if (QuoteStyle.at(source, next) != null) {
            boolean brk = source.breaksBetween(at, next);
            if (!apart && inner == 0 && !spaceBefore(at)) {
                int behind = quotedEnd(next);
                return itemAt(next, frame) || (behind > 0 && QuoteStyle.at(source, behind) != null);
            }
            return apart && (brk ? even(inner) : inner == 0 && !spaceBefore(at));
        }
        if (c == '{' || c == '[') {
            return inner == 0 || source.breaksBetween(at, next) && even(inner);
        }
        if (inner == 0 && apart && (Source.digit(c) || c == '-') && !spaceBefore(at)) {
            return true;
        }
        return inner == 0 && !closed && apart && junkWords(at, next);
    }

    /** Whether there is white space before the quote that ends at the offset. */
    private boolean spaceBefore(int at) {
        return at < 2 || Source.space(source.at(at - 2));
    }

    /** Words without quotes up to the next comma or bracket, such as a comment that has lost its marks. */
    private boolean junkWords(int at, int next) {
        if (spaceBefore(at) || !Source.wordStart(source.at(next))) {
            return false;
        }
        int p = next;
        while (p < source.end && p - next < 80 && (Source.wordPart(source.at(p)) || source.at(p) == ' ')) {
            p++;
        }
        char c = source.at(p);
        return c == '}' || c == ']' || p >= source.end || (c == ',' && p - next < 40);
    }

    private boolean memberFollows(int from, Frame frame, int inner) {
        int next = inner > 0 && source.at(source.skipSpace(from)) == '#' ? source.skipSpace(from) : source.peek(from);
        if (next >= source.end) {
            return true;
        }
        char c = source.at(next);
        if (c == '}') {
            return follows(next + 1, frame.parent, 1, inner, true);
        }
        if (c == ',') {
            return inner == 0;
        }
        if (source.ellipsisAt(next)) {
            return inner == 0;
        }
        if (keyAt(next)) {
            return admissible(frame, inner);
        }
        if (frame.parent != null && !frame.parent.isObject()) {
            if (c == '{') {
                boolean key = keyAt(source.peek(next + 1));
                return key ? inner == 0 || frame.has(foundKey()) || frame.shape.has(foundKey()) : inner == 0;
            }
        }
        if (c == ']' && inner == 0) {
            return Frame.nearest(frame, false) != null;
        }
        if ((c == '[' || c == '{') && inner == 0) {
            return true;
        }
        return inner == 0 && lostColonOrJunk(next);
    }

    /** A quoted word that is followed by a value rather than by a colon, or a word before a key. */
    private boolean lostColonOrJunk(int next) {
        char c = source.at(next);
        if (QuoteStyle.at(source, next) != null) {
            int behind = quotedEnd(next);
            if (behind < 0) {
                return cutInKey(next);
            }
            int value = source.peek(behind);
            char v = source.at(value);
            return value >= source.end
                    || v == '}'
                    || v == ','
                    || v == '"'
                    || (value > behind && (Source.digit(v) || v == '{' || v == '['))
                    || (Source.wordStart(v) && Literals.startsAt(source, value));
        }
        if (Source.wordStart(c)) {
            int p = next;
            while (p < source.end && Source.wordPart(source.at(p))) {
                p++;
            }
            int q = source.peek(p);
            boolean opened = source.at(p) == '"' && source.at(source.peek(p + 1)) == ':';
            return opened || (q > p && QuoteStyle.at(source, q) != null && keyAt(q));
        }
        return false;
    }

    /** Whether the text ends in the word that the quote opens. */
    private boolean cutInKey(int quote) {
        if (source.end - quote > KeyAhead.LONGEST || source.breaksBetween(quote, source.end)) {
            return false;
        }
        for (int at = quote + 1; at < source.end; at++) {
            if (source.at(at) == '\\') {
                at++;
            } else if (source.at(at) == source.at(quote)) {
                return false;
            }
        }
        return true;
    }

    private boolean itemFollows(int from, Frame frame, int inner) {
        int next = source.peek(from);
        if (next >= source.end) {
            return true;
        }
        char c = source.at(next);
        if (c == ']') {
            return follows(next + 1, frame.parent, 1, inner, true);
        }
        if (inner == 0) {
            return c != '\\';
        }
        if (c == '{') {
            boolean key = keyAt(source.peek(next + 1));
            if (!key || !lastItemIs('{', frame)) {
                return false;
            }
            Shape items = frame.shape.items();
            return items.known() ? items.has(foundKey()) : even(inner);
        }
        if (QuoteStyle.at(source, next) != null) {
            return (even(inner) || lastItem(next, frame)) && (frame.isEmpty() || lastItemIs('"', frame));
        }
        if (keyAt(next)) {
            return parentTakes(frame, inner);
        }
        return even(inner) && (Source.digit(c) || c == '[' || c == '-' || Literals.startsAt(source, next));
    }

    /** Whether a quoted word stands there that a comma or a bracket follows. */
    boolean wholeWord(int quote) {
        int behind = quotedEnd(quote);
        int next = behind < 0 ? quote : source.skipSpace(behind);
        return behind > 0 && (next >= source.end || ",}])".indexOf(source.at(next)) >= 0);
    }

    /** Whether a quoted word stands there behind which the array goes on or ends. */
    boolean itemAt(int quote, Frame frame) {
        int behind = quotedEnd(quote);
        int next = behind < 0 ? source.end : source.skipSpace(behind);
        char c = source.at(next);
        return c == ',' || (c == ']' && follows(next + 1, frame.parent, 1, 0, true));
    }

    /** Whether the quoted word there is the last item of all that is open. */
    private boolean lastItem(int quote, Frame frame) {
        int behind = quotedEnd(quote);
        int close = behind < 0 ? source.end : source.skipSpace(behind);
        return source.at(close) == ']' && frame.parent == null && source.skipSpace(close + 1) >= source.end;
    }

    private boolean parentTakes(Frame frame, int inner) {
        return frame.parent != null && frame.parent.isObject() && admissible(frame.parent, inner);
    }

    private static boolean lastItemIs(char start, Frame frame) {
        if (frame.array == null || frame.array.isEmpty()) {
            return start == '{';
        }
        var last = frame.array.get(frame.array.size() - 1);
        return start == '{' ? last.isObject() : last.isTextual();
    }

    /** Whether the key found last may be the next member of the frame. */
    private boolean admissible(Frame frame, int inner) {
        String key = foundKey();
        boolean used = frame.has(key) || key.equals(frame.key);
        if (inner == 0) {
            return !frame.shape.known() || frame.shape.has(key) || plausibleValue();
        }
        if (used) {
            return false;
        }
        if (frame.shape.has(key)) {
            return true;
        }
        return !frame.shape.known() && (even(inner) || aligned(frame)) && keyLike(key) && plausibleValue();
    }

    /** Whether the key found last starts its line in the column where the frame's last key started its own. */
    private boolean aligned(Frame frame) {
        int column = indent(keys.start());
        return column >= 0 && column == indent(frame.keyStart);
    }

    /** How far from the start of its line the offset is, when only white space stands before it; else -1. */
    private int indent(int offset) {
        int at = offset;
        while (at > 0 && (source.at(at - 1) == ' ' || source.at(at - 1) == '\t')) {
            at--;
        }
        return at == 0 || source.at(at - 1) != '\n' ? -1 : offset - at;
    }

    private boolean plausibleValue() {
        int value = source.peek(keys.behindColon());
        char c = source.at(value);
        return value >= source.end
                || c == '{'
                || c == '['
                || c == '-'
                || Source.digit(c)
                || QuoteStyle.at(source, value) != null
                || Literals.startsAt(source, value)
                || cutLiteral(value);
    }

    /** Whether the text ends in a word that may become a literal. */
    private boolean cutLiteral(int at) {
        return source.end - at < 5 && Literals.cut(source.text.substring(at)) != null;
    }

    private static boolean keyLike(String key) {
        return !key.isEmpty()
                && key.chars().allMatch(c -> Source.wordPart((char) c) || c == ' ' || c == '-' || c == '.');
    }

    /** Whether no inner pair of quotes is open. */
    static boolean even(int inner) {
        return (inner & 1) == 0;
    }

    /** Whether a key and its colon stand there; if so, {@link #foundKey} names it. */
    boolean keyAt(int position) {
        return keys.at(position);
    }

    /** The key that {@link #keyAt} found last. */
    String foundKey() {
        return keys.name();
    }

    /** Behind the quoted word that starts there on one line, or -1. */
    int quotedEnd(int position) {
        return keys.quotedEnd(position);
    }
}
