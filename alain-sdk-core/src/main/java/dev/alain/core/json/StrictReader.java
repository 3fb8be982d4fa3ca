package dev.alain.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Reads valid JSON with Jackson's own parser, so that valid input is never mended. */
final class StrictReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private final JsonFactory factory;
    private final SpanBook spans;
    private final int maxNodes;
    private int nodes;
    private int errorAt;
    private String error = "";

    StrictReader(String text, RepairLimits limits, SpanBook spans) {
        this.text = text;
        this.spans = spans;
        this.maxNodes = limits.maxNodes();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Numbers.LONGEST)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
    }

    /** Whether the text begins and ends as valid JSON does; false saves reading it to the end in vain. */
    static boolean looksWhole(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return false;
        }
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        return switch (first) {
            case '{' -> last == '}';
            case '[' -> last == ']';
            case '"' -> last == '"' && end - start > 1;
            default -> true;
        };
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Where the text stops being JSON, after {@link #read} returned null. */
    int errorAt() {
        return errorAt;
    }

    /** Why the text isn't JSON, after {@link #read} returned null. */
    String error() {
        return error;
    }

    /** The value, or null when the text isn't JSON. */
    @Nullable
    JsonNode read() {
        try (JsonParser parser = factory.createParser(text)) {
            JsonNode value = value(parser);
            if (value == null || parser.nextToken() != null) {
                errorAt = (int) parser.currentLocation().getCharOffset();
                error = value == null ? "a value that JSON can't hold" : "text behind the document";
                return null;
            }
            return value;
        } catch (JsonProcessingException notJson) {
            errorAt = notJson.getLocation() == null
                    ? 0
                    : Math.max(0, (int) notJson.getLocation().getCharOffset());
            error = notJson.getOriginalMessage();
            return null;
        } catch (IOException cannotHappen) {
            throw new IllegalStateException("Reading a string failed", cannotHappen);
        }
    }

    private @Nullable JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || !token.isStructStart()) {
            return token == null ? null : scalar(parser, token);
        }
        ArrayDeque<JsonNode> open = new ArrayDeque<>();
        ArrayDeque<Integer> starts = new ArrayDeque<>();
        JsonNode container = container(token);
        starts.push(tokenStart(parser));
        String name = "";
        while (true) {
            token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
            } else if (token.isStructEnd()) {
                spans.put(container, starts.pop(), tokenStart(parser) + 1);
                JsonNode outer = open.poll();
                if (outer == null) {
                    return container;
                }
                container = outer;
            } else {
                JsonNode child = token.isStructStart() ? container(token) : scalar(parser, token);
                if (child == null) {
                    return null;
                }
                add(container, name, child, parser);
                if (token.isStructStart()) {
                    open.push(container);
                    starts.push(tokenStart(parser));
                    container = child;
                }
            }
        }
    }

    private static JsonNode container(JsonToken start) {
        return start == JsonToken.START_OBJECT ? NODES.objectNode() : NODES.arrayNode();
    }

    private void add(JsonNode container, String name, JsonNode child, JsonParser parser) {
        if (++nodes > maxNodes) {
            throw JsonRepairException.tooManyValues(
                    (int) parser.currentLocation().getCharOffset(), maxNodes);
        }
        if (container instanceof ObjectNode object) {
            object.set(name, child);
        } else {
            ((ArrayNode) container).add(child);
        }
    }

    /** Where the token starts, when anybody will ask. */
    private int tokenStart(JsonParser parser) {
        return !spans.wanted() ? 0 : (int) parser.currentTokenLocation().getCharOffset();
    }

    private static @Nullable JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT ->
                parser.getTextLength() < 10 ? IntNode.valueOf(parser.getIntValue()) : Numbers.integer(parser.getText());
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> null;
        };
    }

    /** A double at once where that can't lose anything. */
    private static @Nullable JsonNode decimal(JsonParser parser) throws IOException {
        if (parser.getTextLength() <= Numbers.EXACT_DIGITS) {
            double value = parser.getDoubleValue();
            if (value != 0 && !Double.isInfinite(value)) {
                return DoubleNode.valueOf(value);
            }
        }
        return Numbers.decimal(parser.getText());
    }
}
