package dev.alain.core.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the objects at one path: the keys of the schema, and those that finished siblings had.
 *
 * <p>Keys, not punctuation, tell where a string ends that holds code with unescaped quotes.
 */
final class Shape {
    private static final int EXAMPLES = 24;

    private final KeyHints hints;
    private @Nullable Map<String, Shape> members;
    private @Nullable Shape items;
    private @Nullable List<ObjectNode> examples;

    Shape(KeyHints hints) {
        this.hints = hints;
    }

    KeyHints hints() {
        return hints;
    }

    Shape member(String key) {
        if (members == null) {
            members = new HashMap<>();
        }
        return members.computeIfAbsent(key, name -> new Shape(hints.member(name)));
    }

    Shape items() {
        if (items == null) {
            items = new Shape(hints.items());
        }
        return items;
    }

    /** Takes the keys of a finished object as known here. */
    void learn(ObjectNode finished) {
        if (finished.isEmpty()) {
            return;
        }
        if (examples == null) {
            examples = new ArrayList<>();
        }
        if (examples.size() < EXAMPLES) {
            examples.add(finished);
        } else {
            examples.set(EXAMPLES - 1, finished);
        }
    }

    /** Whether anything is known of the keys here. */
    boolean known() {
        return hints.known() || examples != null;
    }

    boolean has(String key) {
        if (hints.has(key)) {
            return true;
        }
        if (examples != null) {
            for (ObjectNode example : examples) {
                if (example.has(key)) {
                    return true;
                }
            }
        }
        return false;
    }
}
