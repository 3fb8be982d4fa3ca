package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an answer into the types of its contract: texts given as lists of lines are joined, single values become lists,
 * texts become objects where it is plain what they mean. What fits nowhere is left out, for its reader to miss.
 */
final class Coercion {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What models call members of the contract. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "cell_type", List.of("type", "kind"),
            "source", List.of("content", "text", "code", "value"),
            "message", List.of("content", "text"),
            "task", List.of("description", "instructions"),
            "correct_index", List.of("answer", "correct", "correct_answer", "answer_index"));

    /** The member that a bare text stands for, first match. */
    private static final List<String> TEXT_MEMBERS = List.of("message", "source", "url", "question", "task", "title");

    private Coercion() {}

    static JsonNode of(JsonNode value, JsonNode schema) {
        return coerced(value, schema).orElseGet(NODES::objectNode);
    }

    private static Optional<JsonNode> coerced(JsonNode value, JsonNode schema) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(value, schema);
            case "array" -> array(value, schema);
            case "string" -> string(value);
            case "integer" -> integer(value);
            default -> Optional.of(value);
        };
    }

    private static Optional<JsonNode> object(JsonNode value, JsonNode schema) {
        JsonNode members = schema.path("properties");
        ObjectNode object = NODES.objectNode();
        if (value.isTextual()) {
            Optional<String> name = TEXT_MEMBERS.stream().filter(members::has).findFirst();
            name.ifPresent(member -> object.set(member, value));
            return name.map(unused -> object);
        }
        if (!value.isObject()) {
            return Optional.empty();
        }
        members.properties()
                .forEach(member -> member(value, member.getKey())
                        .flatMap(found -> coerced(found, member.getValue()))
                        .ifPresent(found -> object.set(member.getKey(), found)));
        return Optional.of(object);
    }

    private static Optional<JsonNode> member(JsonNode value, String name) {
        if (value.has(name)) {
            return Optional.of(value.get(name));
        }
        return ALIASES.getOrDefault(name, List.of()).stream()
                .filter(value::has)
                .findFirst()
                .map(value::get);
    }

    private static Optional<JsonNode> array(JsonNode value, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        List<JsonNode> items = value.isArray() ? list(value) : List.of(value);
        items.forEach(item -> coerced(item, schema.path("items")).ifPresent(array::add));
        return Optional.of(array);
    }

    private static List<JsonNode> list(JsonNode array) {
        java.util.ArrayList<JsonNode> items = new java.util.ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    /** The form of notebooks: a list of lines, with their ends or without. */
    private static Optional<JsonNode> string(JsonNode value) {
        if (value.isTextual()) {
            return Optional.of(value);
        }
        if (value.isArray()) {
            StringBuilder text = new StringBuilder();
            for (JsonNode line : value) {
                boolean ended = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
                text.append(ended ? "" : "\n").append(line.asText());
            }
            return Optional.of(NODES.textNode(text.toString()));
        }
        return value.isValueNode() ? Optional.of(NODES.textNode(value.asText())) : Optional.empty();
    }

    private static Optional<JsonNode> integer(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(NODES.numberNode(value.asInt()));
        }
        String text = value.asText("").strip().toLowerCase(Locale.ROOT);
        boolean letter = text.length() == 1 && text.charAt(0) >= 'a' && text.charAt(0) <= 'd';
        if (letter) {
            return Optional.of(NODES.numberNode(text.charAt(0) - 'a'));
        }
        boolean digits = !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
        return digits ? Optional.of(NODES.numberNode(Integer.parseInt(text))) : Optional.empty();
    }
}
