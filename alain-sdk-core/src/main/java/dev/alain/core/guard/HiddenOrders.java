package dev.alain.core.guard;

import java.util.List;
import java.util.Locale;

/**
 * Signs that a source speaks to a model instead of to people. Only a warning rests on them: what protects the manual is
 * that sources are data and that the answer is checked.
 */
public final class HiddenOrders {
    /** What a dossier says of a source with such a sign. */
    public static final String WARNING =
            "a source holds text that speaks to a model instead of to people; it was taken as data";

    private static final List<String> SIGNS = List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|system|>",
            "<|start|>",
            "[inst]",
            "ignore previous instructions",
            "ignore all previous",
            "ignore the above",
            "disregard previous",
            "disregard the above",
            "ai assistants:",
            "ai assistant:",
            "note to ai",
            "system prompt",
            "you must now",
            "print your api key",
            "print hf_token",
            "print the hf_token",
            "reveal your");

    private HiddenOrders() {}

    /** The first sign; empty when there is none. Linear in the text. */
    public static String in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(lower::contains)
                .findFirst()
                .or(() -> lower.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("system:"))
                        .map(line -> "system:")
                        .findFirst())
                .orElse("");
    }
}
