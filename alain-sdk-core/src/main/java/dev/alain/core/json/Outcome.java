package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a value under a schema.
 *
 * @param value the value as the schema has it; null when it doesn't fit
 * @param cost how much had to be changed; 0 for nothing
 * @param steps the changes
 * @param violations why it doesn't fit
 */
record Outcome(@Nullable JsonNode value, int cost, List<Step> steps, List<String> violations) {
    /** A change at one place. */
    record Step(RepairKind kind, Place place, JsonNode node, String detail) {}

    /** A place in the document. */
    record Place(@Nullable Place parent, String step, int depth) {
        static final Place ROOT = new Place(null, "", 0);

        Place child(String name) {
            return new Place(this, name, depth + 1);
        }

        String pointer() {
            StringBuilder reversed = new StringBuilder();
            for (Place at = this; at.parent != null; at = at.parent) {
                reversed.insert(0, "/" + at.step.replace("~", "~0").replace("/", "~1"));
            }
            return reversed.toString();
        }
    }

    static Outcome same(JsonNode value) {
        return new Outcome(value, 0, List.of(), List.of());
    }

    static Outcome changed(JsonNode value, int cost, Step step) {
        return new Outcome(value, cost, List.of(step), List.of());
    }

    static Outcome failed(Place place, String why) {
        return new Outcome(
                null, 0, List.of(), List.of((place.parent() == null ? "The document" : place.pointer()) + ": " + why));
    }

    /** Whether the value is that very node. */
    @SuppressWarnings("ReferenceEquality") // an equal node elsewhere in the document is another one
    boolean is(JsonNode node) {
        return value == node;
    }

    boolean fits() {
        return value != null;
    }
}
