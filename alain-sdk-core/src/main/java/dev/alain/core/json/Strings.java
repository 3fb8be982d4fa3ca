package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads one string, from its opening quote to wherever it ends.
 *
 * <p>Escaped quotes are always data. Every unescaped quote is put to {@link Lookahead}: the first one behind which
 * the document can go on closes the string.
 */
final class Strings {
    private static final int WORK_PER_CHARACTER = 8;
    private static final int SHORT_SEARCH = 2_048;
    private static final int WINDOW = 256;

    private final Source source;
    private final Lookahead lookahead;
    private final Notes notes;
    private final boolean open;
    private final boolean anything;
    private long work;

    /** Where the string that was read last ended. */
    private int behind;

    private boolean cut;

    /**
     * With {@code open}, a string whose end isn't certain is taken to be going on at the end of the text. With
     * {@code anything}, characters that no text has are kept as well.
     */
    Strings(Source source, Lookahead lookahead, Notes notes, boolean open, boolean anything) {
        this.source = source;
        this.lookahead = lookahead;
        this.notes = notes;
        this.open = open;
        this.anything = anything;
        this.work = (long) source.end * WORK_PER_CHARACTER + SHORT_SEARCH;
    }

    int behind() {
        return behind;
    }

    /** Whether the text ended inside the string that was read last. */
    boolean cut() {
        return cut;
    }

    /** Reads the value that starts there; its quotes are of the style. */
    String value(int start, QuoteStyle style, @Nullable Frame frame) {
        int from = start + style.length();
        Search search = new Search(from, style, frame);
        search.run();
        cut = search.cut;
        behind = search.behind;
        if (style != QuoteStyle.DOUBLE) {
            notes.add(RepairKind.QUOTE_STYLE, start, from, frame, "read as a double quote");
        }
        if (search.inner > 0) {
            String many = search.inner == 1 ? "1 quote" : search.inner + " quotes";
            notes.add(RepairKind.RAW_QUOTE, search.firstInner, search.stop, frame, many + " inside the string");
        }
        if (search.missingEnd) {
            notes.add(RepairKind.MISSING_END_QUOTE, search.stop, search.stop, frame, "string closed");
        }
        if (!style.triple() && layoutBreak(from, search)) {
            notes.add(RepairKind.RAW_CONTROL, search.stop - 1, search.stop, frame, "line break left out", Severity.GUESS);
            search.stop--;
        }
        String raw = style.triple() ? trimmed(from, search.stop, style) : null;
        return raw != null && !escaped(raw)
                ? raw
                : raw != null
                        ? decode(new Source(raw), 0, raw.length(), start, frame)
                        : decode(source, from, search.stop, start, frame);
    }

    /**
     * Whether the line break before the closing quote is layout: in a string that holds a fence right behind a closing
     * brace, the quote stands on a line of its own because the fence does.
     */
    private boolean layoutBreak(int from, Search search) {
        if (search.cut || search.missingEnd || search.stop <= from || source.at(search.stop - 1) != '\n') {
            return false;
        }
        int fence = source.text.indexOf("```", from);
        while (fence >= 0 && fence < search.stop) {
            int brace = fence - 1;
            while (brace > from && source.at(brace) == '\n') {
                brace--;
            }
            if (brace >= from && source.at(brace) == '}') {
                return true;
            }
            fence = source.text.indexOf("```", fence + 3);
        }
        return false;
    }

    private static boolean escaped(String raw) {
        return raw.indexOf('\\') >= 0;
    }

    /** The lines of a fence that stands in the place of a string, without the fence's own line; others as they are. */
    private String trimmed(int from, int stop, QuoteStyle style) {
        String raw = source.text.substring(from, stop);
        int line = raw.indexOf('\n');
        boolean fence = style == QuoteStyle.TRIPLE_BACKTICK
                && line >= 0
                && raw.substring(0, line).strip().indexOf(' ') < 0;
        return fence ? raw.substring(line + 1).stripTrailing().stripIndent() : raw;
    }

    /** One search for the closing quote. */
    private final class Search {
        private final int from;
        private final QuoteStyle style;
        private final @Nullable Frame frame;
        private int stop;
        private int behind;
        private int inner;
        private int firstInner;
        private boolean cut;
        private boolean missingEnd;
        private int likely = -1;
        private int likelyInner;

        Search(int from, QuoteStyle style, @Nullable Frame frame) {
            this.from = from;
            this.style = style;
            this.frame = frame;
        }

        void run() {
            int limit = work > 0 ? source.end : Math.min(source.end, from + SHORT_SEARCH);
            int at = from;
            while (at < limit) {
                char c = source.text.charAt(at);
                if (c == '\\') {
                    at += 2;
                } else if (style.closesAt(source, at)) {
                    if (decided(at)) {
                        return;
                    }
                    at += style.length();
                } else {
                    at++;
                }
            }
            work -= source.end - from;
            undecided(limit);
        }

        private boolean decided(int at) {
            int after = at + style.length();
            if (lookahead.valueEnds(after, frame, inner)) {
                close(at, after);
                return true;
            }
            if (style == QuoteStyle.DOUBLE || style == QuoteStyle.SINGLE) {
                int end = endBefore(at);
                if (end >= 0) {
                    closeWithoutQuote(end);
                    return true;
                }
            }
            if (inner == 0) {
                firstInner = at;
            }
            inner++;
            return false;
        }

        private void close(int at, int after) {
            stop = at;
            behind = after;
        }

        private void closeWithoutQuote(int end) {
            stop = end;
            behind = end;
            missingEnd = true;
        }

        /**
         * Where the string ended if its closing quote is missing and the quote there opens the next key or item; -1
         * when it doesn't look so.
         */
        private int endBefore(int quote) {
            if (frame == null) {
                return -1;
            }
            int run = quote;
            boolean comma = false;
            while (run > from && separator(source.at(run - 1))) {
                run--;
                comma |= source.at(run) == ',';
            }
            if (run == quote || run == from) {
                return -1;
            }
            if (opensBracket(run)) {
                run = quote;
                while (source.at(run) != ',' && run > from) {
                    run--;
                }
            }
            boolean brk = source.breaksBetween(run, quote);
            if (lookahead.keyAt(quote)) {
                String key = lookahead.foundKey();
                boolean known = frame.isObject() && frame.shape.has(key);
                boolean free = !frame.shape.known() || frame.array != null;
                if (!comma && !brk) {
                    return -1;
                }
                if (inner == 0 && (known || free) || known && brk) {
                    return lookahead.valueEnds(run, frame, inner) ? run : -1;
                }
                if (likely < 0 && free && comma && (inner & 1) == 0 && lookahead.valueEnds(run, frame, 0)) {
                    likely = run;
                    likelyInner = inner;
                }
                return -1;
            }
            if (frame.array != null && brk && comma && inner == 0 && lookahead.valueEnds(run, frame, 0)) {
                return run;
            }
            return -1;
        }

        /** Whether a brace stays open in the string up to the offset: then the next one belongs to the string. */
        private boolean opensBracket(int to) {
            int depth = 0;
            for (int at = to - 1; at >= Math.max(from, to - WINDOW); at--) {
                char c = source.at(at);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            return depth > 0;
        }

        private boolean separator(char c) {
            return Source.space(c) || c == ',' || c == '{' || c == '}' || c == '[' || c == ']';
        }

        /** No quote was certain to close the string. */
        private void undecided(int limit) {
            if (open) {
                toTheEnd();
                return;
            }
            if (likely >= 0) {
                inner = likelyInner;
                closeWithoutQuote(likely);
                return;
            }
            int closers = closersAtTheEnd();
            if (closers >= 0 && !anything && bracketBefore(closers)) {
                throw new JsonRepairException(
                        JsonRepairException.Reason.PROFILE,
                        from,
                        "The string at character " + from + " has no end, and brackets in it leave open where it was"
                                + "; ask for it again, or let RepairProfile.SALVAGE choose",
                        java.util.List.of());
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

    /** The characters that the notation between the offsets stands for. */
    String decode(Source from, int start, int stop, int noteAt, @Nullable Frame frame) {
        int plain = start;
        boolean control = false;
        while (plain < stop && from.text.charAt(plain) != '\\') {
            control |= control(from.text.charAt(plain), noteAt);
            plain++;
        }
        if (plain == stop) {
            noteControl(control, noteAt, noteAt + stop - start, frame);
            return from.text.substring(start, stop);
        }
        StringBuilder decoded = new StringBuilder(stop - start);
        decoded.append(from.text, start, plain);
        int at = plain;
        while (at < stop) {
            char c = from.text.charAt(at);
            if (c == '\\') {
                at = escape(from, at, stop, decoded, noteAt, frame);
            } else {
                control |= control(c, noteAt);
                decoded.append(c);
                at++;
            }
        }
        noteControl(control, noteAt, noteAt + stop - start, frame);
        return decoded.toString();
    }

    /** Whether it is a control character; one that no text has means that the bytes are no text. */
    private boolean control(char c, int noteAt) {
        if (c >= ' ') {
            return false;
        }
        if (!anything && (c < '\b' || c == '\u000e' || c == '\u000f' || (c > '\u000f' && c != '\u001b'))) {
            throw broken(noteAt, String.format("the character U+%04X", (int) c));
        }
        return true;
    }

    private static JsonRepairException broken(int offset, String what) {
        return new JsonRepairException(
                JsonRepairException.Reason.PROFILE,
                offset,
                "The string at character " + offset + " holds " + what
                        + ", which no text has; ask for it again, or keep it with RepairProfile.SALVAGE",
                java.util.List.of());
    }

    private void noteControl(boolean control, int start, int end, @Nullable Frame frame) {
        if (control) {
            notes.add(RepairKind.RAW_CONTROL, start, end, frame, "control characters inside the string");
        }
    }

    private int escape(Source from, int at, int stop, StringBuilder decoded, int noteAt, @Nullable Frame frame) {
        if (at + 1 >= stop) {
            return stop;
        }
        char c = from.text.charAt(at + 1);
        switch (c) {
            case '"', '\\', '/' -> decoded.append(c);
            case 'b' -> decoded.append('\b');
            case 'f' -> decoded.append('\f');
            case 'n' -> decoded.append('\n');
            case 'r' -> decoded.append('\r');
            case 't' -> decoded.append('\t');
            case '\'', '`' -> {
                decoded.append(c);
                notes.add(RepairKind.QUOTE_STYLE, noteAt, noteAt + 2, frame, "escape that JSON lacks");
            }
            case 'u' -> {
                return unicode(from, at, stop, decoded, noteAt, frame);
            }
            case '\n', '\r' -> {
                notes.add(RepairKind.RAW_CONTROL, noteAt, noteAt + 2, frame, "line joined with the next");
                boolean pair = c == '\r' && from.at(at + 2) == '\n';
                return Math.min(stop, at + (pair ? 3 : 2));
            }
            default -> {
                decoded.append('\\').append(c);
                notes.add(RepairKind.INVALID_ESCAPE, noteAt, noteAt + 2, frame, "backslash kept");
            }
        }
        return at + 2;
    }

    /** Whether a digit is among the next four characters, as in no word: then they were meant as hexadecimal. */
    private static boolean brokenDigits(Source from, int at) {
        for (int digit = at; digit < at + 4 && Source.wordPart(from.at(digit)); digit++) {
            if (Source.digit(from.at(digit))) {
                return true;
            }
        }
        return false;
    }

    private int unicode(Source from, int at, int stop, StringBuilder decoded, int noteAt, @Nullable Frame frame) {
        int value = 0;
        int digits = 0;
        while (digits < 4 && at + 2 + digits < stop) {
            int digit = Character.digit(from.text.charAt(at + 2 + digits), 16);
            if (digit < 0) {
                break;
            }
            value = value * 16 + digit;
            digits++;
        }
        if (digits == 4) {
            decoded.append((char) value);
            return at + 6;
        }
        if (at + 2 + digits >= stop && stop == from.end) {
            return stop; // the text was cut inside the escape
        }
        if (!anything && brokenDigits(from, at + 2)) {
            throw broken(noteAt, "the start of a Unicode escape");
        }
        decoded.append("\\u");
        notes.add(RepairKind.INVALID_ESCAPE, noteAt, noteAt + 2, frame, "backslash kept");
        return at + 2;
    }
}
