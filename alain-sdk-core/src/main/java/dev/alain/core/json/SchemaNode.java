package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One schema of a compiled document; filled while compiling, because schemas refer to each other in circles. */
final class SchemaNode {
    /** The types allowed; empty for any. */
    Set<String> types = Set.of();
    /** The properties by name, in the order of the schema. */
    final Map<String, SchemaNode> properties = new LinkedHashMap<>();
    /** The names that the writer was shown: the aliases of a property, or its own name when it has none. */
    final Map<String, String> shown = new LinkedHashMap<>();

    /** The names shown, by their letters; those that are alike in their letters are left out. */
    final Map<String, String> loosely = new LinkedHashMap<>();

    Set<String> required = Set.of();
    /** Whether members that are no properties are allowed. */
    boolean open = true;
    /** The schema of members that are no properties. */
    @Nullable
    SchemaNode additional;

    @Nullable
    SchemaNode items;

    List<SchemaNode> prefixItems = List.of();
    /** The values allowed, of {@code enum} or {@code const}; empty for any. */
    List<JsonNode> values = List.of();
    /** What the writer was shown for a value instead of itself. */
    Map<String, List<String>> valueAliases = Map.of();
    /** The alternatives; empty when there are none. */
    List<SchemaNode> variants = List.of();

    @Nullable
    JsonNode defaultValue;
    /** Where a reference leads; everything else is unset then. */
    @Nullable
    SchemaNode target;

    /** This schema, or what it refers to. */
    SchemaNode resolved() {
        SchemaNode at = this;
        for (int hops = 0; at.target != null && hops < 100; hops++) {
            at = at.target;
        }
        return at;
    }

    /** Makes loose matching of the names shown cheap. */
    void index() {
        Set<String> alike = new HashSet<>();
        for (String name : shown.keySet()) {
            String letters = Spelling.letters(name);
            if (letters.isEmpty() || loosely.putIfAbsent(letters, name) != null) {
                alike.add(letters);
            }
        }
        loosely.keySet().removeAll(alike);
    }

    /** The name shown that is the key, exactly or but for case, separators and accents; null when none is. */
    @Nullable
    String shownAs(String key) {
        if (shown.containsKey(key)) {
            return key;
        }
        String bare = key.strip();
        if (shown.containsKey(bare)) {
            return bare;
        }
        return loosely.isEmpty() ? null : loosely.get(Spelling.letters(bare));
    }

    /** Whether the schema is a union one of whose alternatives is null. */
    boolean unionWithNull() {
        return variants.stream().anyMatch(variant -> variant.resolved().types.equals(Set.of("null")));
    }

    /** Whether nothing but text is allowed, and any text is. */
    boolean anyText() {
        return types.equals(Set.of("string")) && values.isEmpty() && variants.isEmpty();
    }
}
