package dev.alain.validation;

/** Counts words, sentences and syllables of English prose in Markdown, fenced code left out. */
final class ProseCount {
    private int words;
    private int sentences;
    private int syllables;

    /** Adds the prose of a markdown cell. */
    void add(String markdown) {
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            String text = line.strip();
            if (!fence.isEmpty()) {
                fence = text.startsWith(fence) ? "" : fence;
            } else if (text.startsWith("```") || text.startsWith("~~~")) {
                fence = text.substring(0, 3);
            } else {
                addLine(text);
            }
        }
    }

    private void addLine(String line) {
        int before = words;
        boolean ended = false;
        int i = 0;
        while (i < line.length()) {
            int start = i;
            while (i < line.length() && Character.isLetterOrDigit(line.charAt(i))) {
                i++;
            }
            if (i > start) {
                words++;
                syllables += syllables(line, start, i);
                ended = false;
            } else {
                char c = line.charAt(i++);
                if ((c == '.' || c == '!' || c == '?' || c == ':') && words > before && !ended) {
                    boolean inside = i < line.length() && !Character.isWhitespace(line.charAt(i));
                    sentences += inside ? 0 : 1;
                    ended = !inside;
                }
            }
        }
        if (words > before && !ended && (line.startsWith("#") || line.startsWith("-") || line.startsWith("*"))) {
            sentences++;
        }
    }

    /** Groups of vowels, a silent e at the end left out, at least one. */
    private static int syllables(String text, int start, int end) {
        int groups = 0;
        boolean vowel = false;
        for (int i = start; i < end; i++) {
            boolean now = "aeiouyAEIOUY".indexOf(text.charAt(i)) >= 0;
            groups += now && !vowel ? 1 : 0;
            vowel = now;
        }
        boolean silent = groups > 1 && text.charAt(end - 1) == 'e';
        return Math.max(1, silent ? groups - 1 : groups);
    }

    int words() {
        return words;
    }

    /** The Flesch-Kincaid grade, not below 0. */
    double grade() {
        if (words == 0) {
            return 0;
        }
        double grade = 0.39 * words / Math.max(1, sentences) + 11.8 * syllables / words - 15.59;
        return Math.max(0, Math.round(grade * 10) / 10.0);
    }
}
