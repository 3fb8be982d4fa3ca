package dev.alain.validators.html;

import java.util.Map;

/** Character references of HTML: all numeric ones, and the named ones that can hide an address. */
final class References {
    private static final int LONGEST = 12;

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("colon", ":"),
            Map.entry("Tab", "\t"),
            Map.entry("NewLine", "\n"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("period", "."),
            Map.entry("comma", ","),
            Map.entry("semi", ";"),
            Map.entry("equals", "="),
            Map.entry("num", "#"),
            Map.entry("excl", "!"),
            Map.entry("grave", "`"),
            Map.entry("ZeroWidthSpace", "\u200b"),
            Map.entry("shy", "\u00ad"),
            Map.entry("zwj", "\u200d"),
            Map.entry("zwnj", "\u200c"));

    private References() {}

    /** As browsers read an attribute: numeric references may lack the semicolon. */
    static String decoded(String text) {
        return decoded(text, false);
    }

    /** As the most lenient reader would: named references may lack the semicolon too. */
    static String guessed(String text) {
        return decoded(text, true);
    }

    private static String decoded(String text, boolean lenient) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int used = text.charAt(at) == '&' ? reference(text, at, lenient, decoded) : 0;
            if (used == 0) {
                decoded.append(text.charAt(at));
                used = 1;
            }
            at += used;
        }
        return decoded.toString();
    }

    /** How many characters a reference takes; 0 when there is none. */
    private static int reference(String text, int at, boolean lenient, StringBuilder decoded) {
        return text.startsWith("&#", at) ? numeric(text, at, decoded) : named(text, at, lenient, decoded);
    }

    private static int numeric(String text, int at, StringBuilder decoded) {
        boolean hex = at + 2 < text.length() && (text.charAt(at + 2) == 'x' || text.charAt(at + 2) == 'X');
        int start = at + (hex ? 3 : 2);
        int end = start;
        long point = 0;
        while (end < text.length() && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
            point = Math.min(
                    Integer.MAX_VALUE, point * (hex ? 16 : 10) + Character.digit(text.charAt(end), hex ? 16 : 10));
            end++;
        }
        if (end == start) {
            return 0;
        }
        decoded.appendCodePoint(Character.isValidCodePoint((int) point) && point > 0 ? (int) point : 0xFFFD);
        return end - at + (end < text.length() && text.charAt(end) == ';' ? 1 : 0);
    }

    private static int named(String text, int at, boolean lenient, StringBuilder decoded) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST + 3 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String value = NAMED.get(text.substring(at + 1, end));
        boolean closed = end < text.length() && text.charAt(end) == ';';
        if (value == null || !closed) {
            return lenient ? begun(text, at, end, decoded) : 0;
        }
        decoded.append(value);
        return end + 1 - at;
    }

    /** The longest name that the letters begin with. */
    private static int begun(String text, int at, int end, StringBuilder decoded) {
        for (int i = end; i > at + 1; i--) {
            String value = NAMED.get(text.substring(at + 1, i));
            if (value != null) {
                decoded.append(value);
                return i - at;
            }
        }
        return 0;
    }
}
