package dev.alain.core.guard;

/** Text without characters that nobody sees: bidi and zero-width controls, tags, half surrogates. */
public final class VisibleText {
    private VisibleText() {}

    /** Line breaks and indentation stay; joiners stay where emoji and scripts need them. */
    public static String of(String text) {
        if (text.chars().noneMatch(VisibleText::isSuspect)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean joins = c == 0x200D && kept.length() > 0 && kept.codePointBefore(kept.length()) > 0x2000
                    || c == 0x200C && isBetweenLetters(kept, text, i);
            if (joins || !isInvisible(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /** Persian and its neighbours write words with a non-joiner in them; Latin ones have none. */
    private static boolean isBetweenLetters(StringBuilder before, String text, int next) {
        return before.length() > 0
                && next < text.length()
                && before.charAt(before.length() - 1) >= 0x600
                && Character.isLetter(before.charAt(before.length() - 1))
                && Character.isLetter(text.charAt(next));
    }

    private static boolean isSuspect(int unit) {
        return unit == 0xAD || unit >= 0x200B || (unit < ' ' && unit != '\n' && unit != '\t') || unit == 0x7F;
    }

    private static boolean isInvisible(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
