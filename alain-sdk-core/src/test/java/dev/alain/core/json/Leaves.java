package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scalars of a document by their pointers, in its order. */
record Leaves(Map<String, String> byPointer) {
    static Leaves none() {
        return new Leaves(Map.of());
    }

    static Leaves of(JsonNode value) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", value, leaves);
        return new Leaves(leaves);
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> leaves) {
        if (!node.isContainerNode()) {
            leaves.put(pointer, node.toString());
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            collect(pointer + "/" + index++, item, leaves);
        }
        node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), leaves));
    }

    /** All that was there is there; only the last string may have grown. */
    void assertExtends(Leaves before) {
        List<String> pointers = new ArrayList<>(before.byPointer.keySet());
        for (int at = 0; at < pointers.size(); at++) {
            String pointer = pointers.get(at);
            String old = before.byPointer.get(pointer);
            String now = byPointer.get(pointer);
            boolean last = at == pointers.size() - 1 && old.startsWith("\"");
            assertThat(now).as(pointer).isNotNull();
            assertThat(now).as(pointer).startsWith(last ? old.substring(0, old.length() - 1) : old);
            assertThat(last || now.equals(old))
                    .as(pointer + " was " + old + ", is " + now)
                    .isTrue();
        }
    }
}
