package dev.alain.providers.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Strict JSON, or none. */
public final class JsonText {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** The one value that a text is. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode value = STRICT.readTree(text);
            return value == null || value.isMissingNode() ? Optional.empty() : Optional.of(value);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static boolean begins(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    static boolean isContainer(String text) {
        return begins(text) && read(text).isPresent();
    }
}
