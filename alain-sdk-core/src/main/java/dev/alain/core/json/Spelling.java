package dev.alain.core.json;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Words compared more and more loosely. */
final class Spelling {
    /** Letters that Unicode doesn't take apart. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) '\u00df',
            "ss",
            (int) '\u00e6',
            "ae",
            (int) '\u00c6',
            "Ae",
            (int) '\u00f8',
            "o",
            (int) '\u00d8',
            "O",
            (int) '\u0153',
            "oe",
            (int) '\u0152',
            "Oe",
            (int) '\u0142',
            "l",
            (int) '\u0141',
            "L",
            (int) '\u0111',
            "d");

    private Spelling() {}

    /** Letters and digits only, in lower case and without accents. */
    static String letters(String text) {
        if (text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            return text;
        }
        String folded = unaccented(text).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The text without accents. */
    static String unaccented(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        if (ascii) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    String latin = LETTERS.get(c);
                    if (latin == null) {
                        kept.appendCodePoint(c);
                    } else {
                        kept.append(latin);
                    }
                });
        return kept.toString();
    }

    /** The words of the text, with single spaces for everything between them. */
    static String unpunctuated(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || c == '_') {
                if (gap && kept.length() > 0) {
                    kept.append(' ');
                }
                gap = false;
                kept.appendCodePoint(c);
            } else {
                gap = true;
            }
        }
        return kept.toString();
    }
}
