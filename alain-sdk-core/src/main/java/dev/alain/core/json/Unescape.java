package dev.alain.core.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns the notation of a string into its characters. */
final class Unescape {
    private final Notes notes;
    private final boolean anything;
    private char[] buffer = new char[256];
    private int length;
    private int start;
    private @Nullable Frame frame;

    /** With {@code anything}, characters that no text has are kept. */
    Unescape(Notes notes, boolean anything) {
        this.notes = notes;
        this.anything = anything;
    }

    /** The characters between the offsets, where no backslash is. */
    String plain(Source source, int from, int stop, boolean control, int noteAt, @Nullable Frame around) {
        start = noteAt;
        frame = around;
        if (control) {
            noteControl(source, from, stop);
        }
        return source.text.substring(from, stop);
    }

    /** The characters that the notation between the offsets stands for. */
    String decode(Source source, int from, int stop, int noteAt, @Nullable Frame around) {
        start = noteAt;
        frame = around;
        if (buffer.length < stop - from) {
            buffer = new char[Math.max(stop - from, 2 * buffer.length)];
        }
        length = 0;
        boolean control = false;
        String text = source.text;
        char[] out = buffer;
        int at = from;
        while (at < stop) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = escape(source, at, stop);
            } else {
                control |= c < ' ';
                out[length++] = c;
                at++;
            }
        }
        if (control) {
            noteControl(source, from, stop);
        }
        String decoded = new String(out, 0, length);
        if (buffer.length > 1 << 20) {
            buffer = Arrays.copyOf(buffer, 256);
        }
        return decoded;
    }

    private void noteControl(Source source, int from, int stop) {
        for (int at = from; at < stop && !anything; at++) {
            char c = source.text.charAt(at);
            if (c < ' ' && (c < '\b' || c > '\r') && c != '\u001b') {
                throw broken(String.format("the character U+%04X", (int) c));
            }
        }
        notes.add(RepairKind.RAW_CONTROL, start, start + stop - from, frame, "control characters inside the string");
    }

    private JsonRepairException broken(String what) {
        return JsonRepairException.refused(
                start,
                "The string at character " + start + " holds " + what
                        + ", which no text has; ask for it again, or keep it with RepairProfile.SALVAGE");
    }

    private int escape(Source source, int at, int stop) {
        if (at + 1 >= stop) {
            return stop;
        }
        char c = source.text.charAt(at + 1);
        switch (c) {
            case '"', '\\', '/' -> put(c);
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case 'u' -> {
                return unicode(source, at, stop);
            }
            case '\'', '`' -> {
                put(c);
                notes.add(RepairKind.QUOTE_STYLE, start, start + 2, frame, "escape that JSON lacks");
            }
            case '\n', '\r' -> {
                notes.add(RepairKind.RAW_CONTROL, start, start + 2, frame, "line joined with the next");
                boolean pair = c == '\r' && source.at(at + 2) == '\n';
                return Math.min(stop, at + (pair ? 3 : 2));
            }
            default -> {
                put('\\');
                put(c);
                notes.add(RepairKind.INVALID_ESCAPE, start, start + 2, frame, "backslash kept");
            }
        }
        return at + 2;
    }

    private void put(char c) {
        buffer[length++] = c;
    }

    private int unicode(Source source, int at, int stop) {
        int value = 0;
        int digits = 0;
        while (digits < 4 && at + 2 + digits < stop) {
            int digit = Character.digit(source.text.charAt(at + 2 + digits), 16);
            if (digit < 0) {
                break;
            }
            value = value * 16 + digit;
            digits++;
        }
        if (digits == 4) {
            put((char) value);
            return at + 6;
        }
        if (at + 2 + digits >= stop && stop == source.end) {
            return stop; // the text was cut inside the escape
        }
        if (!anything && brokenDigits(source, at + 2)) {
            throw broken("a broken Unicode escape");
        }
        put('\\');
        put('u');
        notes.add(RepairKind.INVALID_ESCAPE, start, start + 2, frame, "backslash kept");
        return at + 2;
    }

    /** Whether a digit is among the next four characters, as in no word: then they were meant as hexadecimal. */
    private static boolean brokenDigits(Source source, int at) {
        for (int digit = at; digit < at + 4 && Source.wordPart(source.at(digit)); digit++) {
            if (Source.digit(source.at(digit))) {
                return true;
            }
        }
        return false;
    }
}
