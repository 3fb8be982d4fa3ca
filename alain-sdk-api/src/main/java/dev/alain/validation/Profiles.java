package dev.alain.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of profiles: families of rules, groups of families, and styles that sharpen rules.
 *
 * <p>A style ({@code tutorial}, {@code published}, …) adds no family: rules that know it ask
 * {@link NotebookView#hasProfile}.
 */
public final class Profiles {
    private static final List<String> FAMILIES = List.of(
            "format",
            "structure",
            "code",
            "security",
            "reproducibility",
            "accessibility",
            "execution",
            "colab",
            "kaggle",
            "alain");
    private static final Set<String> STYLES =
            Set.of("tutorial", "published", "verified", "hf", "keras", "google", "offline");
    private static final Set<String> DEFAULT = all("kaggle");
    private static final Map<String, Set<String>> GROUPS =
            Map.of("quality", all("security", "execution", "colab", "kaggle"), "default", DEFAULT, "all", all());

    private Profiles() {}

    /** The families of rules, in order. */
    public static List<String> families() {
        return FAMILIES;
    }

    /** The profiles that names and groups stand for; the default when there is no family among them. */
    public static Set<String> resolve(Set<String> names) {
        Set<String> resolved = new LinkedHashSet<>();
        names.forEach(name -> resolved.addAll(GROUPS.getOrDefault(name, Set.of(name))));
        if (resolved.stream().noneMatch(FAMILIES::contains)) {
            resolved.addAll(DEFAULT);
        }
        return resolved;
    }

    static void requireKnown(String name) {
        if (!FAMILIES.contains(name) && !STYLES.contains(name) && !GROUPS.containsKey(name)) {
            Set<String> known = new TreeSet<>(FAMILIES);
            known.addAll(STYLES);
            known.addAll(GROUPS.keySet());
            throw new IllegalArgumentException("there is no profile \"" + name + "\"; there are " + known);
        }
    }

    static boolean isFamily(String name) {
        return FAMILIES.contains(name);
    }

    private static Set<String> all(String... but) {
        Set<String> rest = new LinkedHashSet<>(FAMILIES);
        List.of(but).forEach(rest::remove);
        return rest;
    }
}
