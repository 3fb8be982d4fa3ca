package dev.alain.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.dialect.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes out the nulls that {@link WireSchema} allowed, where the schema of the request knows absence only. */
final class OptionalNulls {
    private OptionalNulls() {}

    /** The text without them; as it was when there are none, or when it is no JSON. */
    static String dropped(String text, JsonNode schema) {
        Optional<JsonNode> value = JsonText.read(text);
        return value.isPresent() && drop(value.get(), schema) ? value.get().toString() : text;
    }

    private static boolean drop(JsonNode value, JsonNode schema) {
        boolean changed = false;
        if (value instanceof ObjectNode object) {
            List<String> absent = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode wanted = schema.path("properties").path(member.getKey());
                if (member.getValue().isNull() && wanted.isObject() && !allowsNull(wanted)) {
                    absent.add(member.getKey());
                } else {
                    changed |= drop(member.getValue(), wanted);
                }
            }
            object.remove(absent);
            changed |= !absent.isEmpty();
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                changed |= drop(item, schema.path("items"));
            }
        }
        return changed;
    }

    private static boolean allowsNull(JsonNode schema) {
        if (schema.path("type").asText().equals("null") || schema.has("$ref")) {
            return true;
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return !schema.has("type");
    }
}
