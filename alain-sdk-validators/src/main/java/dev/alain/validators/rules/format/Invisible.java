package dev.alain.validators.rules.format;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * Characters that nobody sees: which there are, and where languages and emoji need them.
 *
 * @see <a href="https://trojansource.codes/">Boucher and Anderson 2021, on direction controls in code</a>
 */
enum Invisible {
    /** A visible character, or one that its neighbours need. */
    NONE,
    /** Half of a pair, or NUL: no text can hold it. */
    NO_TEXT,
    /** Changes the order in which text is shown, or hides a message. */
    DECEIVING,
    /** Takes no room. */
    ZERO_WIDTH;

    private static final int REACH = 400;

    /** What the character at an index is. */
    static Invisible at(String text, int index) {
        int c = text.codePointAt(index);
        if (c == 0 || c >= 0xd800 && c <= 0xdfff) {
            return NO_TEXT;
        } else if (c < 0x34f) {
            return NONE;
        } else if (c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069) {
            return DECEIVING;
        } else if (c == 0xe0001 || c >= 0xe0020 && c <= 0xe007f) {
            return isFlag(text, index) ? NONE : DECEIVING;
        } else if (c == 0x200e || c == 0x200f || c == 0x61c) {
            return hasRightToLeft(text, index) ? NONE : ZERO_WIDTH;
        } else if (c == 0x200b || c == 0x200c || c == 0x200d) {
            return isJoining(text, index, c) ? NONE : ZERO_WIDTH;
        }
        boolean zeroWidth = c >= 0x2060 && c <= 0x2064 || c == 0xfeff || c == 0x115f || c == 0x1160 || c == 0x3164;
        return zeroWidth ? ZERO_WIDTH : NONE;
    }

    /** The name people know it by. */
    static String name(int c) {
        String name = c >= 0xd800 && c <= 0xdfff ? "half of a surrogate pair" : Character.getName(c);
        return String.format(Locale.ROOT, "U+%04X (%s)", c, name == null ? "unnamed" : name.toLowerCase(Locale.ROOT));
    }

    /** Whether the line around an index has letters that are written from right to left. */
    static boolean hasRightToLeft(String text, int index) {
        // A line can be as long as the file: look no further than a sentence goes.
        int from = index;
        while (from > 0 && index - from < REACH && text.charAt(from - 1) != '\n') {
            from--;
        }
        for (int i = from; i < text.length() && i < index + REACH && text.charAt(i) != '\n'; i++) {
            byte direction = Character.getDirectionality(text.charAt(i));
            boolean letter = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT && text.charAt(i) != '\u200f';
            if (letter || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC && text.charAt(i) != '\u061c') {
                return true;
            }
        }
        return false;
    }

    /** Flags of England, Scotland and Wales are spelled with tags after a black flag. */
    private static boolean isFlag(String text, int index) {
        int i = index;
        for (int steps = 0; i > 0 && steps < 8; steps++) {
            int before = text.codePointBefore(i);
            if (before == 0x1f3f4) {
                return true;
            } else if (before < 0xe0020 || before > 0xe007f) {
                return false;
            }
            i -= Character.charCount(before);
        }
        return false;
    }

    private static boolean isJoining(String text, int index, int c) {
        int before = index == 0 ? ' ' : text.codePointBefore(index);
        int after = index + 1 >= text.length() ? ' ' : text.codePointAt(index + 1);
        boolean emoji = c == 0x200d && isSymbol(before) && isSymbol(after);
        return emoji || needsJoiners(before) || needsJoiners(after);
    }

    private static boolean isSymbol(int c) {
        return c == 0xfe0f || Character.getType(c) == Character.OTHER_SYMBOL || c >= 0x1f000 && c < 0x20000;
    }

    /** Letters of scripts that join, or that put no spaces between words. */
    private static boolean needsJoiners(int c) {
        if (!Character.isLetter(c)
                && Character.getType(c) != Character.NON_SPACING_MARK
                && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED, ARMENIAN, GEORGIAN, UNKNOWN -> false;
            default -> true;
        };
    }
}
