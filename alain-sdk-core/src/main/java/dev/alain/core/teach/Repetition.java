package dev.alain.core.teach;

import java.util.HashSet;
import java.util.Set;

/** Finds answers that go round in circles. */
final class Repetition {
    private static final int WORDS = 6;
    private static final int LEAST = 120;
    private static final double MOST_KNOWN = 0.5;

    private Repetition() {}

    /** Whether more than half of all runs of six words came before, or one sign fills the text. Linear. */
    static boolean in(String text) {
        Set<Integer> seen = new HashSet<>();
        int[] last = new int[WORDS];
        int words = 0;
        int known = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && text.charAt(i) > ' ';
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0 && !hasLetter(text, start, i)) {
                start = -1; // numbers and signs repeat in every table
            } else if (!letter && start >= 0) {
                last[words % WORDS] = text.substring(start, i).hashCode();
                start = -1;
                words++;
                if (words >= WORDS && !seen.add(hash(last, words))) {
                    known++;
                }
            }
        }
        return (words >= LEAST && known > words * MOST_KNOWN) || sameSign(text);
    }

    private static boolean hasLetter(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int hash(int[] last, int words) {
        int hash = 0;
        for (int i = 0; i < WORDS; i++) {
            hash = hash * 31 + last[(words + i) % WORDS];
        }
        return hash;
    }

    private static boolean sameSign(String text) {
        int run = 0;
        for (int i = 1; i < text.length(); i++) {
            run = text.charAt(i) == text.charAt(i - 1) && text.charAt(i) > ' ' ? run + 1 : 0;
            if (run >= 200) {
                return true;
            }
        }
        return false;
    }
}
