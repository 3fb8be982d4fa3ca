package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** The pairs of quotes that strings come in. */
enum QuoteStyle {
    DOUBLE("\"", "\""),
    SINGLE("'", "'"),
    BACKTICK("`", "`"),
    BACKTICK_OPEN("`", "'\u2019\u00b4"),
    DOUBLE_CURLY("\u201c", "\u201d\u201c\""),
    DOUBLE_CURLY_LOW("\u201e", "\u201d\u201c\""),
    DOUBLE_CURLY_END("\u201d", "\u201d\u201c\""),
    SINGLE_CURLY("\u2018", "\u2019\u2018'"),
    SINGLE_CURLY_END("\u2019", "\u2019\u2018'"),
    ACUTE("\u00b4", "\u00b4'\u2019"),
    TRIPLE_DOUBLE("\"\"\"", ""),
    TRIPLE_SINGLE("'''", ""),
    TRIPLE_BACKTICK("```", "");

    private final String open;
    private final String closers;

    QuoteStyle(String open, String closers) {
        this.open = open;
        this.closers = closers;
    }

    int length() {
        return open.length();
    }

    boolean triple() {
        return open.length() == 3;
    }

    /** The style of the string that starts there, or null when none does. */
    static @Nullable QuoteStyle at(Source source, int position) {
        return switch (source.at(position)) {
            case '"' -> tripled(source, position, TRIPLE_DOUBLE) ? TRIPLE_DOUBLE : DOUBLE;
            case '\'' -> tripled(source, position, TRIPLE_SINGLE) ? TRIPLE_SINGLE : SINGLE;
            case '`' ->
                source.startsWith(TRIPLE_BACKTICK.open, position) ? TRIPLE_BACKTICK : backtick(source, position);
            case '\u201c' -> DOUBLE_CURLY;
            case '\u201e' -> DOUBLE_CURLY_LOW;
            case '\u201d' -> DOUBLE_CURLY_END;
            case '\u2018' -> SINGLE_CURLY;
            case '\u2019' -> SINGLE_CURLY_END;
            case '\u00b4' -> ACUTE;
            default -> null;
        };
    }

    /** A back quote without a second one is closed by a straight quote, as in {@code `so'}. */
    private static QuoteStyle backtick(Source source, int position) {
        return source.text.indexOf('`', position + 1) >= 0 ? BACKTICK : BACKTICK_OPEN;
    }

    private static boolean tripled(Source source, int position, QuoteStyle triple) {
        return source.startsWith(triple.open, position) && source.text.indexOf(triple.open, position + 3) >= 0;
    }

    /** Whether a quote that could close the string stands there. */
    boolean closesAt(Source source, int position) {
        char c = source.at(position);
        if (triple()) {
            return c == open.charAt(0) && source.startsWith(open, position);
        }
        return closers.indexOf(c) >= 0;
    }
}
