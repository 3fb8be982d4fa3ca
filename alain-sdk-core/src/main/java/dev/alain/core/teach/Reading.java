package dev.alain.core.teach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer as it was understood.
 *
 * @param answer the JSON
 * @param value the value, normalised; of use when nothing fatal was found
 * @param violations what is not as it should be
 */
record Reading<T>(ObjectNode answer, T value, List<Violation> violations) {
    Reading {
        violations = List.copyOf(violations);
    }

    boolean clean() {
        return violations.isEmpty();
    }

    boolean usable() {
        return violations.stream().noneMatch(Violation::fatal);
    }

    /** How bad it is; lower is better. */
    int weight() {
        return violations.stream().mapToInt(each -> each.fatal() ? 100 : 1).sum();
    }

    List<String> notes() {
        return violations.stream().map(Violation::message).toList();
    }
}
