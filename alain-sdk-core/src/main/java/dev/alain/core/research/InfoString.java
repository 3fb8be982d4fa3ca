package dev.alain.core.research;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The info string of a code fence. */
final class InfoString {
    private InfoString() {}

    /** Its language: the first word, cut at a brace, comma, colon or equals sign, in lower case. */
    static String language(@Nullable String info) {
        if (info == null) {
            return "";
        }
        String text = info.strip();
        int end = 0;
        while (end < text.length() && " \t{,:=".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
