package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/** Texts in JSON, looked at together with the key they stand under, which says whose key they are. */
final class JsonTexts {
    private JsonTexts() {}

    /** All keys and texts, one a line. */
    static String flat(JsonNode node) {
        StringBuilder lines = new StringBuilder();
        flat("", node, lines);
        return lines.toString();
    }

    private static void flat(String key, JsonNode node, StringBuilder lines) {
        if (node.isTextual()) {
            lines.append(key).append(": ").append(node.textValue()).append('\n');
        } else if (node.isArray()) {
            node.forEach(item -> flat(key, item, lines));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                lines.append(entry.getKey()).append('\n');
                flat(entry.getKey(), entry.getValue(), lines);
            }
        }
    }

    /** The secrets of one text under a key; offsets are those of the text. */
    static List<Leak> leaks(String key, String text) {
        String before = key + ": ";
        return SecretScanner.scan(before + text).stream()
                .filter(leak -> leak.end() > before.length())
                .map(leak -> leak.at(Math.max(0, leak.start() - before.length()), leak.end() - before.length()))
                .toList();
    }

    /** A copy with every secret blotted out, in keys too. */
    static JsonNode redacted(String key, JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(redacted(key, node.textValue()));
        } else if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(redacted(key, item)));
            return copy;
        } else if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                copy.set(SecretScanner.redact(entry.getKey()), redacted(entry.getKey(), entry.getValue()));
            }
            return copy;
        }
        return node.deepCopy();
    }

    private static String redacted(String key, String text) {
        StringBuilder kept = new StringBuilder();
        int done = 0;
        for (Leak leak : leaks(key, text)) {
            kept.append(text, done, leak.start()).append(leak.redacted());
            done = leak.end();
        }
        return kept.append(text, done, text.length()).toString();
    }
}
