package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * A text put together from pieces of code cells that remembers where each piece stands.
 *
 * @param text what the code makes of the pieces
 * @param pieces in order, covering the text but for what has no place
 */
record Joined(String text, List<Piece> pieces) {
    static final Joined EMPTY = new Joined("", List.of());
    /** Longer texts are no keys, and doubling a name again and again must not cost more and more. */
    static final int LONGEST = 10_000;

    private static final int MOST_PIECES = 200;

    Joined {
        pieces = List.copyOf(pieces);
    }

    /** A stretch of the text that stands in a cell; immutable by convention, its array is never handed on changed. */
    static final class Piece {
        private final String cell;
        private final int from;
        private final int to;
        private final int[] offsets;

        /** The offsets say where each character starts in the cell's text, and where the last one ends. */
        Piece(String cell, int from, int to, int[] offsets) {
            this.cell = cell;
            this.from = from;
            this.to = to;
            this.offsets = offsets;
        }

        String cell() {
            return cell;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        int[] offsets() {
            return offsets;
        }

        /** Whether it is shorter than it stands in the cell. */
        boolean isEscaped() {
            return offsets[to - from] - offsets[0] > to - from;
        }

        Piece moved(int by) {
            return new Piece(cell, from + by, to + by, offsets);
        }
    }

    /** A stretch of a cell's text. */
    record Span(String cell, int start, int end) {}

    boolean isWhole() {
        return pieces.size() < 2;
    }

    Joined plus(Joined other) {
        if (text.length() + other.text.length() > LONGEST || pieces.size() + other.pieces.size() > MOST_PIECES) {
            return other;
        }
        List<Piece> all = new ArrayList<>(pieces);
        other.pieces.forEach(piece -> all.add(piece.moved(text.length())));
        return new Joined(text + other.text, all);
    }

    /** Where a stretch of the text stands, piece by piece. */
    List<Span> spans(int from, int to) {
        List<Span> spans = new ArrayList<>();
        for (Piece piece : pieces) {
            int first = Math.max(from, piece.from());
            int last = Math.min(to, piece.to());
            if (first < last) {
                int[] offsets = piece.offsets();
                spans.add(new Span(piece.cell(), offsets[first - piece.from()], offsets[last - piece.from()]));
            }
        }
        return spans;
    }

    /** A text without a place. */
    static Joined loose(String text) {
        return new Joined(text, List.of());
    }

    /** The value of a literal or of a part of it, escapes resolved. */
    static Joined of(String cell, String source, int from, int to, boolean raw) {
        StringBuilder value = new StringBuilder();
        int[] offsets = new int[to - from + 1];
        int at = from;
        while (at < to) {
            offsets[value.length()] = at;
            at = raw || source.charAt(at) != '\\' || at + 1 >= to
                    ? plain(source, at, value)
                    : escape(source, at, to, value);
        }
        offsets[value.length()] = to;
        return value.length() == 0
                ? EMPTY
                : new Joined(value.toString(), List.of(new Piece(cell, 0, value.length(), offsets)));
    }

    private static int plain(String source, int at, StringBuilder value) {
        value.append(source.charAt(at));
        return at + 1;
    }

    private static int escape(String source, int at, int to, StringBuilder value) {
        char c = source.charAt(at + 1);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
        if (digits > 0 && at + 2 + digits <= to) {
            int code = number(source.substring(at + 2, at + 2 + digits));
            if (code >= 0) {
                value.append((char) code);
                return at + 2 + digits;
            }
        }
        int simple = "ntr\\'\"".indexOf(c);
        if (c == '\n') {
            return at + 2;
        }
        value.append(simple < 0 ? '\\' : "\n\t\r\\'\"".charAt(simple));
        return at + (simple < 0 ? 1 : 2);
    }

    private static int number(String digits) {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            code = digit < 0 || code < 0 ? -1 : code * 16 + digit;
        }
        return code;
    }
}
