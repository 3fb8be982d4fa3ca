package dev.alain.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A schema as strict vendors take it: every property required, no others allowed, no keyword that they refuse.
 *
 * <p>It is weaker in what it checks, and what was optional may be null; the answer is validated against the schema of
 * the request, by whoever asked.
 */
final class WireSchema {
    private static final Set<String> REFUSED = Set.of(
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "contains",
            "minProperties",
            "maxProperties",
            "patternProperties",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "default",
            "examples",
            "if",
            "then",
            "else",
            "not",
            "$schema",
            "$id",
            "$comment");

    private WireSchema() {}

    /** Whether a schema has a strict form: one with an object that may hold anything has none. */
    static boolean canBeStrict(JsonNode schema) {
        if (schema.isArray()) {
            return all(schema);
        }
        boolean object = schema.path("type").asText().equals("object") || schema.has("additionalProperties");
        boolean open = object && !schema.path("properties").isObject()
                || schema.path("additionalProperties").isObject()
                || schema.path("additionalProperties").asBoolean(false)
                || schema.has("patternProperties");
        return !open && all(schema);
    }

    private static boolean all(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (schema.isContainerNode() && !canBeStrict(schema)) {
                return false;
            }
        }
        return true;
    }

    /** The strict form of a schema. */
    static JsonNode strict(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode strict = JsonNodeFactory.instance.objectNode();
        if (object.has("$ref") && !object.has("$defs")) {
            return strict.set("$ref", object.get("$ref")); // nothing may stand beside it
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (!REFUSED.contains(name) && !name.startsWith("x-")) {
                strict.set(name.equals("oneOf") ? "anyOf" : name, keyword(name, field.getValue()));
            }
        }
        if (object.has("properties") || object.path("type").asText().equals("object")) {
            close(strict, object);
        }
        return strict;
    }

    private static JsonNode keyword(String name, JsonNode value) {
        return switch (name) {
            case "properties", "$defs", "definitions" -> each(value);
            case "anyOf", "oneOf", "allOf", "prefixItems" -> list(value);
            case "items" -> strict(value);
            default -> value.deepCopy();
        };
    }

    private static void close(ObjectNode strict, ObjectNode schema) {
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties =
                strict.path("properties") instanceof ObjectNode found ? found : strict.putObject("properties");
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            required.add(property.getKey());
            if (!names(schema.path("required"), property.getKey())) {
                property.setValue(nullable(property.getValue()));
            }
        }
        strict.set("required", required);
        strict.put("additionalProperties", false);
    }

    private static JsonNode nullable(JsonNode schema) {
        if (schema.path("type").isTextual() && !schema.has("enum") && !schema.has("const")) {
            ObjectNode wider = schema.deepCopy();
            wider.putArray("type").add(schema.get("type").asText()).add("null");
            return wider;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static JsonNode each(JsonNode schemas) {
        ObjectNode strict = JsonNodeFactory.instance.objectNode();
        schemas.properties().forEach(schema -> strict.set(schema.getKey(), strict(schema.getValue())));
        return strict;
    }

    private static JsonNode list(JsonNode schemas) {
        ArrayNode strict = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(schema -> strict.add(strict(schema)));
        return strict;
    }

    private static boolean names(JsonNode required, String property) {
        for (JsonNode name : required) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }
}
