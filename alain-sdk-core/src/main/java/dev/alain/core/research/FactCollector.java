package dev.alain.core.research;

import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers facts as they are found; the first source that knows a single-valued fact wins. */
final class FactCollector {
    private final List<Fact> facts = new ArrayList<>();

    /** Adds a fact, unless its name has one already. */
    void addOnce(String name, String value, Evidence evidence) {
        if (!value.isBlank() && value(name).isEmpty()) {
            add(name, value, evidence);
        }
    }

    /** Adds a fact, unless the same value is known under that name. */
    void add(String name, String value, Evidence evidence) {
        boolean known = facts.stream()
                .anyMatch(fact -> fact.name().equals(name) && fact.value().equals(value));
        if (!value.isBlank() && !known) {
            facts.add(new Fact("f" + (facts.size() + 1), name, value.strip(), evidence));
        }
    }

    Optional<String> value(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    List<String> values(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .toList();
    }

    Optional<Evidence> evidence(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::evidence)
                .findFirst();
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }
}
