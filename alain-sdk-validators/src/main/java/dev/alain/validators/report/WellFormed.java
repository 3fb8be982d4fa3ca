package dev.alain.validators.report;

import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;

/** A writer that puts U+FFFD in the place of half surrogate pairs, which no encoding can hold. */
final class WellFormed extends Writer {
    private static final char REPLACEMENT = '\ufffd';

    private final Appendable out;
    private char high;

    WellFormed(Appendable out) {
        this.out = out;
    }

    /** A text without half pairs. */
    static String of(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> whole.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c));
        return whole.toString();
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        StringBuilder whole = new StringBuilder(length + 1);
        for (int i = offset; i < offset + length; i++) {
            add(buffer[i], whole);
        }
        out.append(whole);
    }

    private void add(char c, StringBuilder whole) {
        if (high != 0) {
            boolean pair = Character.isLowSurrogate(c);
            whole.append(pair ? high : REPLACEMENT);
            high = 0;
            if (pair) {
                whole.append(c);
                return;
            }
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            whole.append(Character.isLowSurrogate(c) ? REPLACEMENT : c);
        }
    }

    @Override
    public void flush() throws IOException {
        if (out instanceof Flushable flushable) {
            flushable.flush();
        }
    }

    /** Ends the text; the target stays open. */
    @Override
    public void close() throws IOException {
        if (high != 0) {
            high = 0;
            out.append(REPLACEMENT);
        }
        flush();
    }
}
