package dev.alain.validators.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word that a misspelt one was meant to be.
 *
 * <p>Two words are near when at most two letters are added, left out, changed, or swapped with their neighbour. Short
 * words tolerate less, since everything is near to them. A question costs a few hundred thousand steps whatever is
 * asked, and words longer than the longest known one cost nothing.
 */
final class Spelling {
    private static final int FAR = 3;
    private static final int SHORT = 3;
    private static final int MIDDLE = 5;

    private final List<List<String>> byLength = new ArrayList<>();

    private final Set<String> preferred;

    Spelling(Collection<String> words, Set<String> preferred) {
        this.preferred = Set.copyOf(preferred);
        for (String word : words) {
            while (byLength.size() <= word.length()) {
                byLength.add(new ArrayList<>());
            }
            byLength.get(word.length()).add(word);
        }
    }

    /** The nearest word, of several a preferred one, else the alphabetically first; empty when none is near. */
    Optional<String> nearest(String word) {
        int allowed = word.length() < SHORT ? 0 : word.length() < MIDDLE ? 1 : 2;
        @Nullable String best = null;
        int bestDistance = allowed + 1;
        int last = Math.min(byLength.size() - 1, word.length() + allowed);
        for (int length = Math.max(1, word.length() - allowed); length <= last; length++) {
            for (String known : byLength.get(length)) {
                int distance = distance(word, known, bestDistance);
                if (distance < bestDistance || distance == bestDistance && best != null && isBetter(known, best)) {
                    best = known;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(bestDistance <= allowed ? best : null);
    }

    private boolean isBetter(String word, String than) {
        boolean one = preferred.contains(word);
        return one == preferred.contains(than) ? word.compareTo(than) < 0 : one;
    }

    /** The number of edits, or anything above {@code most} as soon as it is sure to be more. */
    private static int distance(String a, String b, int most) {
        int limit = Math.min(most, FAR);
        if (Math.abs(a.length() - b.length()) > limit || differInLetters(a, b) > 2 * limit) {
            return FAR;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cost = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(cost, beforeLast[j - 2] + 1) : cost;
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return FAR;
            }
            int[] oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }
        return last[b.length()];
    }

    /** How many kinds of characters stand in only one of the words: each edit accounts for two at most. */
    private static int differInLetters(String a, String b) {
        return Integer.bitCount(letters(a) ^ letters(b));
    }

    private static int letters(String word) {
        int set = 0;
        for (int i = 0; i < word.length(); i++) {
            set |= 1 << (word.charAt(i) & 31);
        }
        return set;
    }
}
