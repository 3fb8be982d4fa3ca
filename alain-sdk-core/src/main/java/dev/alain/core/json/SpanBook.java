package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where containers stood in the text and which were cut, when alignment to a schema may ask for it.
 *
 * <p>Writing is cheap; the index is made when somebody asks.
 */
final class SpanBook {
    private final boolean wanted;
    private final List<JsonNode> nodes = new ArrayList<>();
    private int[] bounds = new int[64];
    private final IdentityHashMap<JsonNode, Integer> index = new IdentityHashMap<>();
    private int indexed;
    private final Set<JsonNode> cut = Collections.newSetFromMap(new IdentityHashMap<>());

    SpanBook(boolean wanted) {
        this.wanted = wanted;
    }

    boolean wanted() {
        return wanted;
    }

    void put(JsonNode node, int start, int end) {
        if (!wanted || !node.isContainerNode()) {
            return;
        }
        int at = 2 * nodes.size();
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = start;
        bounds[at + 1] = end;
        nodes.add(node);
    }

    /** Notes that the text ended inside the container. */
    void markCut(JsonNode node) {
        if (wanted) {
            cut.add(node);
        }
    }

    boolean isCut(JsonNode node) {
        return !cut.isEmpty() && cut.contains(node);
    }

    /** Where the container stood; null when that isn't known. */
    @Nullable
    Span of(JsonNode node) {
        while (indexed < nodes.size()) {
            index.put(nodes.get(indexed), indexed);
            indexed++;
        }
        Integer at = index.get(node);
        return at == null ? null : new Span(bounds[2 * at], bounds[2 * at + 1]);
    }
}
