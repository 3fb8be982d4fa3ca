package dev.alain.validators.rules.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Phrases by which a section, a placeholder or a leaked instruction is known.
 *
 * @param phrases in lower case
 */
record Phrases(List<String> phrases) {
    private static final JsonNode ALL = load();

    static final Phrases OBJECTIVES = named("objectives");
    static final Phrases PREREQUISITES = named("prerequisites");
    static final Phrases CLOSING = named("closing");
    static final Phrases EXERCISE = named("exercise");
    static final Phrases PLACEHOLDERS = named("placeholders");
    static final Phrases ELISIONS = named("elisions");
    static final Phrases PLACEHOLDERS_ANYWHERE = named("placeholders-anywhere");
    static final Phrases PLACEHOLDER_LITERALS = named("placeholder-literals");
    static final Phrases LEAKED = named("leaked");
    static final Phrases LEAKED_LINES = named("leaked-lines");
    static final Phrases CHAT_OPENINGS = named("chat-openings");

    Phrases {
        phrases = List.copyOf(phrases);
    }

    /** The first phrase that stands in a text as whole words. */
    Optional<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return phrases.stream().filter(phrase -> holds(lower, phrase)).findFirst();
    }

    /** The phrase that a text opens with. */
    Optional<String> opening(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return phrases.stream()
                .filter(phrase -> lower.startsWith(phrase) && isBorder(lower, phrase.length(), phrase))
                .findFirst();
    }

    /** Whether a text is one of the phrases and nothing else. */
    boolean is(String text) {
        return phrases.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean holds(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            boolean start = at == 0
                    || !Character.isLetterOrDigit(text.charAt(at - 1))
                    || !Character.isLetterOrDigit(phrase.charAt(0))
                    || Character.isIdeographic(phrase.charAt(0));
            if (start && isBorder(text, at + phrase.length(), phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBorder(String text, int end, String phrase) {
        char last = phrase.charAt(phrase.length() - 1);
        return end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                || !Character.isLetterOrDigit(last)
                || Character.isIdeographic(last);
    }

    private static Phrases named(String name) {
        List<String> phrases = new ArrayList<>();
        ALL.path(name).forEach(phrase -> phrases.add(phrase.asText()));
        if (phrases.isEmpty()) {
            throw new IllegalStateException("phrases.json has no list " + name);
        }
        return new Phrases(phrases);
    }

    private static JsonNode load() {
        try (InputStream in = Phrases.class.getResourceAsStream("phrases.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("phrases.json", e);
        }
    }
}
