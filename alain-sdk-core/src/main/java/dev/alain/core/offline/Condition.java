package dev.alain.core.offline;

import java.util.List;

/**
 * When a line of a script holds: every group has a word that is true.
 *
 * <p>Written as groups joined by {@code &}, words of a group separated by spaces, {@code !} before a word that must be
 * false: {@code beginner intermediate & !gated}.
 */
record Condition(List<List<String>> groups) {
    static final Condition ALWAYS = new Condition(List.of());

    static Condition parse(String text) {
        if (text.isBlank()) {
            return ALWAYS;
        }
        return new Condition(List.of(text.split("&", -1)).stream()
                .map(group -> List.of(group.strip().split("\\s+", -1)))
                .toList());
    }

    boolean holds(Flags flags) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(word -> isTrue(word, flags)));
    }

    private static boolean isTrue(String word, Flags flags) {
        return word.startsWith("!") ? !flags.has(word.substring(1)) : flags.has(word);
    }

    Condition and(Condition other) {
        return new Condition(java.util.stream.Stream.concat(groups.stream(), other.groups.stream())
                .toList());
    }

    Condition negated() {
        // Only conditions of one group are ever negated: an else belongs to a plain if.
        if (groups.size() != 1) {
            throw new IllegalArgumentException("@else needs an @if of one group: " + groups);
        }
        return new Condition(groups.get(0).stream()
                .map(word -> List.of(word.startsWith("!") ? word.substring(1) : "!" + word))
                .toList());
    }
}
