package dev.alain.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Recognises one of a schema's values in a text: by its spelling, or as the only one that is named. */
final class ValueMatcher {
    private static final int LONGEST = 20_000;
    private static final List<UnaryOperator<String>> FOLDS = List.of(
            UnaryOperator.identity(),
            Spelling::unaccented,
            text -> Spelling.unaccented(text).toLowerCase(Locale.ROOT),
            text -> Spelling.unpunctuated(Spelling.unaccented(text)).toLowerCase(Locale.ROOT));

    /** What the writer was shown, with the value that it means. */
    private final Map<String, String> shown = new LinkedHashMap<>();

    ValueMatcher(Iterable<String> values, Map<String, List<String>> aliases) {
        for (String value : values) {
            List<String> names = aliases.getOrDefault(value, List.of());
            if (names.isEmpty() || names.stream().anyMatch(name -> name.startsWith(value + ":"))) {
                shown.put(value, value);
            }
            names.forEach(name -> shown.put(name, value));
        }
    }

    /** The value that is spelt so, but for accents, punctuation and case; null when none is. */
    @Nullable
    String spelt(String text) {
        String exact = shown.get(text.strip());
        if (exact != null) {
            return exact;
        }
        for (UnaryOperator<String> fold : FOLDS) {
            String found = only(fold.apply(text.strip()), fold);
            if (found != null) {
                return found;
            }
        }
        return only(Spelling.letters(text), Spelling::letters);
    }

    private @Nullable String only(String folded, UnaryOperator<String> fold) {
        String found = null;
        for (Map.Entry<String, String> entry : shown.entrySet()) {
            if (!folded.isEmpty() && fold.apply(entry.getKey()).equals(folded)) {
                if (found != null && !found.equals(entry.getValue())) {
                    return null;
                }
                found = entry.getValue();
            }
        }
        return found;
    }

    /** The value that the text names more often than any other; null on a tie, which is never broken by guessing. */
    @Nullable
    String named(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        for (UnaryOperator<String> fold : FOLDS) {
            Map<String, Integer> counts = counts(fold.apply(text), fold);
            if (!counts.isEmpty()) {
                return winner(counts);
            }
        }
        return null;
    }

    private static @Nullable String winner(Map<String, Integer> counts) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> first = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return first.size() == 1 ? first.get(0) : null;
    }

    /** How often each value is named; longer names first, each stretch of the text counted once. */
    private Map<String, Integer> counts(String text, UnaryOperator<String> fold) {
        List<String> names = new ArrayList<>(shown.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
        Map<String, Integer> counts = new LinkedHashMap<>();
        char[] left = text.toCharArray();
        for (String name : names) {
            String folded = fold.apply(name);
            int at = folded.isBlank() ? -1 : text.indexOf(folded);
            while (at >= 0) {
                if (left[at] != '\0' && left[at + folded.length() - 1] != '\0' && wholeWord(text, at, folded)) {
                    Arrays.fill(left, at, at + folded.length(), '\0');
                    counts.merge(Objects.requireNonNull(shown.get(name)), 1, Integer::sum);
                }
                at = text.indexOf(folded, at + folded.length());
            }
        }
        return counts;
    }

    /** Whether no Latin letter or digit continues the word; other scripts write words without gaps. */
    private static boolean wholeWord(String text, int at, String word) {
        boolean before = at > 0 && latin(text.charAt(at - 1)) && latin(word.charAt(0));
        int end = at + word.length();
        boolean after = end < text.length() && latin(text.charAt(end)) && latin(word.charAt(word.length() - 1));
        return !before && !after;
    }

    private static boolean latin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
