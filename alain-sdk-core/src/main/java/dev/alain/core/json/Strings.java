package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** Reads one string: its end, its characters, and notes of what was mended in it. */
final class Strings {
    private final Source source;
    private final Notes notes;
    private final StringEnd end;
    private final Unescape unescape;

    /** With {@code open}, a string whose end isn't certain goes on at the end of the text. */
    Strings(Source source, Lookahead lookahead, Notes notes, boolean open, boolean anything) {
        this.source = source;
        this.notes = notes;
        this.end = new StringEnd(source, lookahead, open, anything);
        this.unescape = new Unescape(notes, anything);
    }

    /** Where reading goes on behind the string that was read last. */
    int behind() {
        return end.behind;
    }

    /** Whether the text ended inside the string that was read last. */
    boolean cut() {
        return end.cut;
    }

    /** The characters of the key between the offsets. */
    String key(int from, int stop, @Nullable Frame frame) {
        return unescape.decode(source, from, stop, from, frame);
    }

    /** Reads the string that starts there; its quotes are of the style. */
    String value(int start, QuoteStyle style, @Nullable Frame frame) {
        int from = start + style.length();
        end.find(from, style, frame);
        if (style != QuoteStyle.DOUBLE) {
            notes.add(RepairKind.QUOTE_STYLE, start, from, frame, "read as a double quote");
        }
        int inner = end.inner + end.apostrophes;
        if (inner > 0) {
            String many = inner == 1 ? "1 quote" : inner + " quotes";
            notes.add(RepairKind.RAW_QUOTE, end.firstInner, end.stop, frame, many + " inside the string");
        }
        if (end.unclosed) {
            notes.add(RepairKind.MISSING_END_QUOTE, end.stop, end.stop, frame, "string closed");
        }
        boolean block = style == QuoteStyle.TRIPLE_BACKTICK || (style.triple() && indentedBlock(from));
        return block ? block(from, start, frame) : characters(from, start, frame);
    }

    private String characters(int from, int start, @Nullable Frame frame) {
        int stop = end.stop;
        if (end.control && from == start + 1 && layoutBreak(from)) {
            notes.add(RepairKind.RAW_CONTROL, stop - 1, stop, frame, "line break left out", Severity.GUESS);
            stop--;
        }
        return end.escaped
                ? unescape.decode(source, from, stop, start, frame)
                : unescape.plain(source, from, stop, end.control, start, frame);
    }

    /**
     * Whether the line break before the closing quote is layout: in a string that holds a closing brace and a fence
     * side by side, the break is layout as that fence is.
     */
    private boolean layoutBreak(int from) {
        if (end.cut || end.unclosed || end.stop <= from || source.at(end.stop - 1) != '\n') {
            return false;
        }
        for (int at = from; at < end.stop - 3; at++) {
            if (source.text.charAt(at) == '}' && source.fenceAt(at + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether triple quotes stand around lines of their own, with the closing ones indented like the text or without
     * the comma that JSON wants: then the indent is layout, else every character is data.
     */
    private boolean indentedBlock(int from) {
        int line = end.stop;
        while (line > from && (source.at(line - 1) == ' ' || source.at(line - 1) == '\t')) {
            line--;
        }
        boolean own = source.at(from) == '\n' && line > from && source.at(line - 1) == '\n' && !end.cut;
        return own && (line < end.stop || source.at(source.skipSpace(end.behind)) == '"');
    }

    /** A fence in the place of a string: without the line of its language, and without the indent of its lines. */
    private String block(int from, int start, @Nullable Frame frame) {
        String raw = source.text.substring(from, end.stop);
        int line = raw.indexOf('\n');
        if (line < 0 || raw.substring(0, line).strip().indexOf(' ') >= 0) {
            return characters(from, start, frame);
        }
        String body = raw.substring(line + 1).stripTrailing().stripIndent();
        return unescape.decode(new Source(body), 0, body.length(), start, frame);
    }
}
