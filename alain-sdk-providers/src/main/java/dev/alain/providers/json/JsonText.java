package dev.alain.providers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Strict JSON, or none. */
public final class JsonText {
    /** An answer has a few thousand tokens; one of millions is meant to fill the memory. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxTokenCount(500_000)
            .build();

    /** Buffers of threads would live as long as a call waits for its answer, one set for each. */
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
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

    /** Whether a text would be JSON, had it not been cut. */
    public static boolean isCut(String text) {
        try {
            STRICT.readTree(text);
            return false;
        } catch (JsonProcessingException e) {
            return begins(text.strip()) && e instanceof JsonEOFException;
        }
    }

    /** Whether a text begins like an object or an array. */
    public static boolean begins(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Whether a text is an object or an array. */
    public static boolean isContainer(String text) {
        return begins(text) && read(text).isPresent();
    }
}
