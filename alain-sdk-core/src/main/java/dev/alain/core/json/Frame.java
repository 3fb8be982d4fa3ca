package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An array or object that is open. */
final class Frame {
    final @Nullable Frame parent;
    final @Nullable ObjectNode object;
    final @Nullable ArrayNode array;
    final int start;
    final int depth;
    final Shape shape;
    /** The nearest frame around this one that is of the other kind. */
    private final @Nullable Frame otherKind;
    /** The key whose value comes next; null between members, and always in an array. */
    @Nullable
    String key;

    /** The key of the last member. */
    @Nullable
    String lastKey;

    int keyStart;
    /** Whether a value was just completed, so that a comma or the closing bracket comes next. */
    boolean valueDone;

    boolean sawColon;
    /** Whether there was a comma; it tells a tuple of one from a value in brackets. */
    boolean commas;

    boolean unquotedKeys;
    /** The round bracket of a tuple closes this array. */
    boolean tuple;

    Frame(@Nullable Frame parent, ObjectNode object, int start, Shape shape) {
        this.parent = parent;
        this.object = object;
        this.array = null;
        this.start = start;
        this.depth = parent == null ? 1 : parent.depth + 1;
        this.shape = shape;
        this.otherKind = otherKind(parent);
    }

    Frame(@Nullable Frame parent, ArrayNode array, int start, Shape shape) {
        this.parent = parent;
        this.object = null;
        this.array = array;
        this.start = start;
        this.depth = parent == null ? 1 : parent.depth + 1;
        this.shape = shape;
        this.otherKind = otherKind(parent);
    }

    JsonNode node() {
        return object != null ? object : Objects.requireNonNull(array);
    }

    boolean isObject() {
        return object != null;
    }

    boolean has(String name) {
        return object != null && object.has(name);
    }

    boolean isEmpty() {
        return node().isEmpty();
    }

    private @Nullable Frame otherKind(@Nullable Frame around) {
        return around == null || around.isObject() != isObject() ? around : around.otherKind;
    }

    /** The nearest open container of the kind, from this one outwards, found at once. */
    static @Nullable Frame nearest(@Nullable Frame from, boolean object) {
        return from == null || from.isObject() == object ? from : from.otherKind;
    }

    /** JSON pointer of the value being read in the frame; empty for the root. */
    static String pointer(@Nullable Frame frame) {
        StringBuilder reversed = new StringBuilder();
        ArrayDeque<String> steps = new ArrayDeque<>();
        for (Frame at = frame; at != null; at = at.parent) {
            if (at.array != null) {
                steps.push(Integer.toString(at.valueDone ? at.array.size() - 1 : at.array.size()));
            } else if (at.key != null) {
                steps.push(at.key.replace("~", "~0").replace("/", "~1"));
            }
        }
        steps.forEach(step -> reversed.append('/').append(step));
        return reversed.toString();
    }
}
