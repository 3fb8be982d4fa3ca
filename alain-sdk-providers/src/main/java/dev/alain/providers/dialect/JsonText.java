package dev.alain.providers.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Strict JSON, or none. */
public final class JsonText {
    /** Buffers of threads would live as long as a call waits for its answer, one set for each. */
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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

    /** A value as bytes. */
    public static byte[] bytes(JsonNode value) {
        try {
            return STRICT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }

    static boolean begins(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    static boolean isContainer(String text) {
        return begins(text) && read(text).isPresent();
    }
}
