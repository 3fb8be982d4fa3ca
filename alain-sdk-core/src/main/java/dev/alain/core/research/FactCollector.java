package dev.alain.core.research;

import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers facts as they are found; the first source that knows a single-valued fact wins. */
final class FactCollector {
    /** More values of one name than anybody reads are the sign of a broken card. */
    private static final int MOST_VALUES = 200;

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, List<Fact>> byName = new HashMap<>();

    /** Adds a fact, unless its name has one already. */
    void addOnce(String name, String value, Evidence evidence) {
        if (value(name).isEmpty()) {
            add(name, value, evidence);
        }
    }

    /** Adds a fact, unless the same value is known under that name. */
    void add(String name, String value, Evidence evidence) {
        String text = value.strip();
        List<Fact> known = byName.computeIfAbsent(name, unused -> new ArrayList<>());
        boolean repeated = known.stream().anyMatch(fact -> fact.value().equals(text));
        if (!text.isEmpty() && known.size() < MOST_VALUES && !repeated) {
            Fact fact = new Fact("f" + (facts.size() + 1), name, text, evidence);
            facts.add(fact);
            known.add(fact);
        }
    }

    private Optional<Fact> first(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst();
    }

    Optional<String> value(String name) {
        return first(name).map(Fact::value);
    }

    List<String> values(String name) {
        return byName.getOrDefault(name, List.of()).stream().map(Fact::value).toList();
    }

    Optional<Evidence> evidence(String name) {
        return first(name).map(Fact::evidence);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }
}
