package dev.alain.core.offline;

import java.util.Set;
import java.util.TreeSet;

/** What is true of a recipe and a dossier, as words that conditions ask for: {@code beginner}, {@code gated}, … */
record Flags(Set<String> words) {
    Flags {
        words = Set.copyOf(words);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    Flags with(String word) {
        Set<String> more = new TreeSet<>(words);
        more.add(word);
        return new Flags(more);
    }
}
