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

    @Override
    public JsonNode raw() {
        return raw.deepCopy();
    }
}
