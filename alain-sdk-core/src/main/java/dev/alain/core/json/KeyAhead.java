package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** Looks whether a key stands somewhere; remembers the last one it found. */
final class KeyAhead {
    /** Longer keys are not looked for ahead. */
    static final int LONGEST = 160;

    private final Source source;
    private @Nullable String name;
    private int start;
    private int behindColon;
    private boolean quoted;

    KeyAhead(Source source) {
        this.source = source;
    }

    /** The key found last. */
    String name() {
        return name == null ? "" : name;
    }

    /** Where it starts. */
    int start() {
        return start;
    }

    /** Where its value may start. */
    int behindColon() {
        return behindColon;
    }

    /** Whether it has quotes. */
    boolean quoted() {
        return quoted;
    }

    /** Whether a key and its colon stand there; if so, {@link #name()} and {@link #behindColon()} tell more. */
    boolean at(int position) {
        int behind = quotedEnd(position);
        quoted = behind >= 0;
        int start = position + 1;
        int stop = behind - 1;
        if (behind < 0) {
            behind = wordEnd(position);
            if (behind < 0) {
                return false;
            }
            start = position;
            stop = behind;
        }
        int colon = source.peek(behind);
        if (source.at(colon) != ':' || (!quoted && colonOfCode(colon))) {
            return false;
        }
        name = source.text.substring(start, stop);
        this.start = position;
        behindColon = colon + 1;
        return true;
    }

    private boolean colonOfCode(int colon) {
        return source.at(colon + 1) == ':' || source.startsWith("//", colon + 1);
    }

    /** Behind the quoted word that starts there on one line, or -1. */
    int quotedEnd(int position) {
        QuoteStyle style = QuoteStyle.at(source, position);
        if (style == null || style.triple()) {
            return -1;
        }
        int stop = Math.min(source.end, position + LONGEST);
        for (int at = position + 1; at < stop; at++) {
            char c = source.at(at);
            if (c == '\n' || c == '\r') {
                return -1;
            }
            if (c == '\\') {
                at++;
            } else if (style.closesAt(source, at)) {
                return at + 1;
            }
        }
        return -1;
    }

    private int wordEnd(int position) {
        if (!Source.wordStart(source.at(position)) && !Source.digit(source.at(position))) {
            return -1;
        }
        int stop = Math.min(source.end, position + LONGEST);
        int at = position;
        while (at < stop && (Source.wordPart(source.at(at)) || source.at(at) == '-' || source.at(at) == '.')) {
            at++;
        }
        return at;
    }
}
