package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers where containers stood in the text, when alignment to a schema will ask for it. */
final class SpanBook {
    private final @Nullable Map<JsonNode, Span> spans;

    SpanBook(boolean wanted) {
        this.spans = wanted ? new IdentityHashMap<>() : null;
    }

    void put(JsonNode node, int start, int end) {
        if (spans != null && node.isContainerNode()) {
            spans.put(node, new Span(start, end));
        }
    }

    @Nullable
    Span of(JsonNode node) {
        return spans == null ? null : spans.get(node);
    }
}
