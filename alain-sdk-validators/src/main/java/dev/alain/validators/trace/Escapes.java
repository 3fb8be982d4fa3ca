package dev.alain.validators.trace;

/** Backslash escapes of Python's string literals. */
final class Escapes {
    private Escapes() {}

    static String decoded(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c != '\\' || at + 1 == raw.length()) {
                text.append(c);
                at++;
            } else {
                at = escape(raw, at + 1, text);
            }
        }
        return text.toString();
    }

    /** How many letters of a literal are written as escapes. */
    static int letters(String literal) {
        int letters = 0;
        for (int i = literal.indexOf('\\'); i >= 0 && i + 3 < literal.length(); i = literal.indexOf('\\', i + 2)) {
            StringBuilder one = new StringBuilder();
            escape(literal, i + 1, one);
            boolean written = Character.isLetter(literal.charAt(i + 1)) || Character.isDigit(literal.charAt(i + 1));
            letters += written && one.length() == 1 && one.charAt(0) < 128 && Character.isLetter(one.charAt(0)) ? 1 : 0;
        }
        return letters;
    }

    private static int escape(String raw, int at, StringBuilder text) {
        char c = raw.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case '\n' -> {}
            case '\\', '\'', '"' -> text.append(c);
            case 'x' -> {
                return digits(raw, at + 1, 2, 16, text);
            }
            case 'u' -> {
                return digits(raw, at + 1, 4, 16, text);
            }
            case 'U' -> {
                return digits(raw, at + 1, 8, 16, text);
            }
            default -> {
                if (c >= '0' && c <= '7') {
                    return digits(raw, at, 3, 8, text);
                }
                text.append('\\').append(c);
            }
        }
        return at + 1;
    }

    private static int digits(String raw, int start, int most, int radix, StringBuilder text) {
        int end = start;
        long point = 0;
        while (end < raw.length() && end - start < most && Character.digit(raw.charAt(end), radix) >= 0) {
            point = point * radix + Character.digit(raw.charAt(end), radix);
            end++;
        }
        if (end > start && Character.isValidCodePoint((int) Math.min(point, Integer.MAX_VALUE))) {
            text.appendCodePoint((int) point);
        }
        return end;
    }
}
