package dev.alain.validators.packages;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes along when a package is installed. */
final class Dependencies {
    private static final Map<String, List<String>> BROUGHT = read();
    private static final int STEPS = 3;

    private Dependencies() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> brought = new HashMap<>();
        for (String line : Lines.of("dependencies.txt")) {
            int colon = line.indexOf(':');
            brought.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split(" +", -1)));
        }
        return brought;
    }

    /** A package and everything known to come with it; names with a star stand for all that begin so. */
    static Set<String> with(String name) {
        Set<String> all = new HashSet<>(Set.of(name));
        Set<String> fresh = all;
        for (int step = 0; step < STEPS && !fresh.isEmpty(); step++) {
            Set<String> next = new HashSet<>();
            fresh.forEach(known -> next.addAll(BROUGHT.getOrDefault(known, List.of())));
            next.removeAll(all);
            all.addAll(next);
            fresh = next;
        }
        return all;
    }
}
