package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of the Hub: tasks, libraries, and what the name of a class says of its task. */
final class HubVocabulary {
    private static final JsonNode TASKS = Resources.json("hub-tasks.json");
    private static final JsonNode ENDINGS =
            Resources.json("architecture-tasks.json").path("endings");
    private static final Set<String> LIBRARIES = libraries();
    private static final Map<String, String> OLD_TASKS = Map.of(
            "conversational", "text-generation",
            "sentiment-analysis", "text-classification",
            "ner", "token-classification",
            "text2text-generation", "text2text-generation",
            "structured-data-classification", "tabular-classification",
            "speech-to-text", "automatic-speech-recognition",
            "image-to-text", "image-to-text",
            "vqa", "visual-question-answering");

    private HubVocabulary() {}

    /** The task that a tag or pipeline tag names. */
    static Optional<String> task(String tag) {
        String id = tag.strip().toLowerCase(Locale.ROOT);
        if (TASKS.has(id)) {
            return Optional.of(id);
        }
        return Optional.ofNullable(OLD_TASKS.get(id));
    }

    static boolean isLibrary(String tag) {
        return LIBRARIES.contains(tag.toLowerCase(Locale.ROOT));
    }

    /** The task that the name of a transformers class means. */
    static Optional<String> taskOfArchitecture(String architecture) {
        String best = "";
        for (var ending : ENDINGS.properties()) {
            if (architecture.endsWith(ending.getKey()) && ending.getKey().length() > best.length()) {
                best = ending.getKey();
            }
        }
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(ENDINGS.path(best).asText());
    }

    private static Set<String> libraries() {
        Set<String> ids = new HashSet<>();
        Resources.json("hub-libraries.json").forEach(id -> ids.add(id.asText()));
        return Set.copyOf(ids);
    }
}
