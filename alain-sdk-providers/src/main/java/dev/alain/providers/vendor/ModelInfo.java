package dev.alain.providers.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A model that an endpoint has.
 *
 * @param id its name in requests
 * @param contextLength the most tokens it takes; empty when the endpoint does not say
 * @param raw the endpoint's own entry
 */
public record ModelInfo(String id, OptionalInt contextLength, JsonNode raw) {
    /** Copies the entry. */
    public ModelInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contextLength, "contextLength");
        raw = raw.deepCopy();
    }

    /** A model whose context length is this number, if it is one. */
    public static ModelInfo of(String id, JsonNode length, JsonNode raw) {
        boolean known = length.canConvertToInt() && length.asInt() > 0;
        return new ModelInfo(id, known ? OptionalInt.of(length.asInt()) : OptionalInt.empty(), raw);
    }

    @Override
    public JsonNode raw() {
        return raw.deepCopy();
    }
}
