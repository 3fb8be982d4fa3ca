package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers where containers stood in the text and which were cut, when alignment to a schema will ask for it. */
final class SpanBook {
    private final @Nullable Map<JsonNode, Span> spans;
    private final Set<JsonNode> cut = Collections.newSetFromMap(new IdentityHashMap<>());

    SpanBook(boolean wanted) {
        this.spans = wanted ? new IdentityHashMap<>() : null;
    }

    boolean wanted() {
        return spans != null;
    }

    void put(JsonNode node, int start, int end) {
        if (spans != null && node.isContainerNode()) {
            spans.put(node, new Span(start, end));
        }
    }

    /** Notes that the text ended inside the container. */
    void markCut(JsonNode node) {
        if (spans != null) {
            cut.add(node);
        }
    }

    boolean isCut(JsonNode node) {
        return cut.contains(node);
    }

    @Nullable
    Span of(JsonNode node) {
        return spans == null ? null : spans.get(node);
    }
}
