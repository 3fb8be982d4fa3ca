package dev.alain.validators.secrets;

import java.util.List;
import java.util.Locale;

/** Tells values that are examples from values that are secrets. Linear in the value. */
public final class Placeholders {
    private static final Keywords WORDS = new Keywords(WordList.read("placeholder-words.txt"));
    private static final int SAME_IN_A_ROW = 7;
    private static final List<String> MARKS =
            List.of("xxxxx", "****", "....", "…", "####", "_____", "${", "<", "{", "}", "$(");

    private Placeholders() {}

    /** Whether a value only stands for a secret. */
    public static boolean isPlaceholder(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(lower::contains) || hasWord(lower) || isMonotonous(lower);
    }

    private static boolean hasWord(String value) {
        boolean[] found = {false};
        WORDS.find(value, (word, start) -> found[0] = true);
        return found[0];
    }

    /** The same character many times in a row, or an alphabet counted up. */
    private static boolean isMonotonous(String value) {
        int same = 1;
        int longest = 1;
        int counting = 0;
        for (int i = 1; i < value.length(); i++) {
            same = value.charAt(i) == value.charAt(i - 1) ? same + 1 : 1;
            longest = Math.max(longest, same);
            counting += value.charAt(i) == value.charAt(i - 1) + 1 ? 1 : 0;
        }
        // One pair in 36 counts up by chance; in "abcdef0123456789" nearly all do.
        return longest >= SAME_IN_A_ROW || value.length() > 8 && counting * 5 >= value.length() * 2;
    }
}
