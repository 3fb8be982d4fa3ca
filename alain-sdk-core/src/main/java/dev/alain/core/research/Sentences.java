package dev.alain.core.research;

/** Cuts prose where a sentence ends. */
final class Sentences {
    private Sentences() {}

    /** At most {@code length} characters, whole sentences where there is one, else whole words. */
    static String upTo(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = -1;
        for (int i = 0; i < length; i++) {
            boolean stop = ".!?\n".indexOf(text.charAt(i)) >= 0;
            if (stop
                    && (i + 1 == text.length()
                            || Character.isWhitespace(text.charAt(i + 1))
                            || text.charAt(i) == '\n')) {
                end = i + 1;
            }
        }
        if (end > length / 3) {
            return text.substring(0, end).strip();
        }
        int space = text.lastIndexOf(' ', length);
        return text.substring(0, space > 0 ? space : length).strip() + " …";
    }
}
