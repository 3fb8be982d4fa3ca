package dev.alain.validators.html;

import java.util.List;
import java.util.Locale;

/** Style sheets that act; escapes and comments hide nothing. */
final class Styles {
    private static final List<String> SIGNS = List.of(
            "expression(",
            "javascript:",
            "vbscript:",
            "behavior:",
            "-moz-binding",
            "@import",
            "data:text",
            "data:application");

    private static final List<String> OFFSETS = List.of("inset", "top:", "left:", "right:", "bottom:");
    private static final List<String> FETCHES =
            List.of("url(http", "url(//", "url(ftp", "url(\\\\", "image-set(http", "image-set(//");

    private Styles() {}

    /** Whether a style runs code. */
    static boolean act(String style) {
        String plain = plain(style);
        return SIGNS.stream().anyMatch(plain::contains);
    }

    /** Whether a style lays its element over the page, or fetches something. */
    static boolean reachOut(String style) {
        String plain = plain(style);
        boolean over = plain.contains("position:fixed")
                || plain.contains("position:absolute") && OFFSETS.stream().anyMatch(plain::contains);
        return over || FETCHES.stream().anyMatch(plain.replace("\"", "").replace("'", "")::contains);
    }

    private static String plain(String style) {
        StringBuilder plain = new StringBuilder(style.length());
        int at = 0;
        while (at < style.length()) {
            char c = style.charAt(at);
            if (style.startsWith("/*", at)) {
                int end = style.indexOf("*/", at + 2);
                at = end < 0 ? style.length() : end + 2;
            } else if (c == '\\') {
                at = escape(style, at + 1, plain);
            } else {
                if (c > 0x20) {
                    plain.append(c);
                }
                at++;
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static int escape(String style, int start, StringBuilder plain) {
        int end = start;
        int point = 0;
        while (end < style.length() && end - start < 6 && Character.digit(style.charAt(end), 16) >= 0) {
            point = point * 16 + Character.digit(style.charAt(end), 16);
            end++;
        }
        if (end == start) {
            return start;
        }
        if (point > 0x20 && Character.isValidCodePoint(point)) {
            plain.appendCodePoint(point);
        }
        return end < style.length() && style.charAt(end) == ' ' ? end + 1 : end;
    }
}
