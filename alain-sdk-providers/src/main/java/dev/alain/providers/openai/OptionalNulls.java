package dev.alain.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes out the nulls that {@link WireSchema} allowed, where the schema of the request knows absence only. */
final class OptionalNulls {
    private static final int LONGEST_CHAIN = 8;
    /** Alternatives of alternatives would double with each level of the answer. */
    private static final int MOST_BRANCHES = 64;

    private final JsonNode root;

    private OptionalNulls(JsonNode root) {
        this.root = root;
    }

    /** The text without them; as it was when there are none, or when it is no JSON. */
    static String dropped(String text, JsonNode schema) {
        Optional<JsonNode> value = JsonText.read(text);
        boolean changed = value.isPresent() && new OptionalNulls(schema).drop(value.get(), List.of(schema));
        return changed ? value.get().toString() : text;
    }

    /** By any of these schemas: which of several alternatives was meant does not matter. */
    private boolean drop(JsonNode value, List<JsonNode> schemas) {
        List<JsonNode> branches = new ArrayList<>();
        schemas.forEach(schema -> branches(schema, branches, 0));
        boolean changed = false;
        if (value instanceof ObjectNode object) {
            List<String> absent = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                List<JsonNode> wanted = properties(branches, member.getKey());
                if (member.getValue().isNull()
                        && !wanted.isEmpty()
                        && wanted.stream().noneMatch(this::allowsNull)) {
                    absent.add(member.getKey());
                } else {
                    changed |= drop(member.getValue(), wanted);
                }
            }
            object.remove(absent);
            changed |= !absent.isEmpty();
        } else if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            branches.forEach(branch -> items.add(branch.path("items")));
            for (JsonNode item : value) {
                changed |= drop(item, items);
            }
        }
        return changed;
    }

    private static List<JsonNode> properties(List<JsonNode> branches, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode branch : branches) {
            if (branch.path("properties").has(name)) {
                found.add(branch.path("properties").get(name));
            }
        }
        return found;
    }

    /** The schema, what it refers to, and its alternatives. */
    private void branches(JsonNode schema, List<JsonNode> into, int depth) {
        if (depth > LONGEST_CHAIN || into.size() >= MOST_BRANCHES || schema.isMissingNode()) {
            return;
        }
        into.add(schema);
        if (schema.path("$ref").asText().startsWith("#")) {
            branches(referred(schema.get("$ref").asText()), into, depth + 1);
        }
        for (String several : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(several).forEach(branch -> branches(branch, into, depth + 1));
        }
    }

    private JsonNode referred(String reference) {
        try {
            return root.at(reference.substring(1));
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    private boolean allowsNull(JsonNode schema) {
        List<JsonNode> branches = new ArrayList<>();
        branches(schema, branches, 0);
        return branches.stream().anyMatch(OptionalNulls::saysNull);
    }

    private static boolean saysNull(JsonNode schema) {
        if (schema.path("type").asText().equals("null")
                || schema.has("const") && schema.get("const").isNull()) {
            return true;
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        for (JsonNode value : schema.path("enum")) {
            if (value.isNull()) {
                return true;
            }
        }
        boolean anything = !schema.has("type") && !schema.has("enum") && !schema.has("const") && !schema.has("$ref");
        return anything && !schema.has("anyOf") && !schema.has("oneOf") && !schema.has("allOf");
    }
}
