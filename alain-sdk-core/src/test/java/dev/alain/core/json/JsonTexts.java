package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Makes documents, and breaks them. */
final class JsonTexts {
    private static final String ALPHABET =
            "\"'`{}[]()<>,:;\\ \n\t/#*|.-+_=$@0123456789eEtrufalsnNoxX\u201c\u201d\u2019\u00e9\u00a0\u4e2d\ud83d\ude00\u0000";
    private static final String[] PIECES = {
        "```json\n",
        "```",
        "<think>",
        "</think>",
        "<|message|>",
        "null",
        "True",
        "\"a\": ",
        "\"key\"",
        ", ",
        "{\"a\":",
        "/*",
        "*/",
        "//",
        "...",
        "Thinking...\n>",
        "NaN",
        "\\u12",
        "\\n",
        "\"\"\"",
        "ObjectId(",
        "print(\"x\")"
    };

    private JsonTexts() {}

    static JsonNode document(RandomGenerator random, int size) {
        int kind = size <= 1 ? random.nextInt(6) : 6 + random.nextInt(2);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case 0 -> nodes.numberNode(random.nextInt(-1000, 1_000_000));
            case 1 -> nodes.numberNode(random.nextInt(1_000_000) / 64.0);
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.nullNode();
            case 4, 5 -> nodes.textNode(text(random, size + random.nextInt(20)));
            case 6 -> array(random, size);
            default -> object(random, size);
        };
    }

    private static ArrayNode array(RandomGenerator random, int size) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int left = size - 1; left > 0; ) {
            int part = 1 + random.nextInt(left);
            array.add(document(random, part));
            left -= part;
        }
        return array;
    }

    private static ObjectNode object(RandomGenerator random, int size) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int left = size - 1; left > 0; ) {
            int part = 1 + random.nextInt(left);
            object.set(text(random, 1 + random.nextInt(6)), document(random, part));
            left -= part;
        }
        return object;
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The text with a few characters or pieces put in, taken out, changed or repeated. */
    static String broken(String whole, RandomGenerator random) {
        StringBuilder text = new StringBuilder(whole);
        int changes = 1 + random.nextInt(6);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(3));
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                case 4 -> text.setLength(at);
                default -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
