package dev.alain.core.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that the schemas which may apply at one place name. */
final class SchemaHints implements KeyHints {
    private final Set<SchemaNode> schemas;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, KeyHints> members = new HashMap<>();
    private @Nullable KeyHints items;

    SchemaHints(Set<SchemaNode> roots) {
        this.schemas = new LinkedHashSet<>();
        roots.forEach(this::add);
        schemas.forEach(schema -> keys.addAll(schema.shown.keySet()));
    }

    private void add(SchemaNode schema) {
        SchemaNode resolved = schema.resolved();
        if (schemas.add(resolved)) {
            resolved.variants.forEach(this::add);
        }
    }

    @Override
    public boolean known() {
        return !keys.isEmpty();
    }

    @Override
    public boolean has(String key) {
        return keys.contains(key);
    }

    @Override
    public KeyHints member(String key) {
        KeyHints known = members.get(key);
        if (known == null) {
            known = hints(schemasUnder(key));
            members.put(key, known);
        }
        return known;
    }

    private Set<SchemaNode> schemasUnder(String key) {
        Set<SchemaNode> found = new LinkedHashSet<>();
        for (SchemaNode schema : schemas) {
            String name = schema.shown.get(key);
            SchemaNode member = name == null ? schema.additional : schema.properties.get(name);
            if (member != null) {
                found.add(member);
            }
        }
        return found;
    }

    @Override
    public KeyHints items() {
        if (items == null) {
            Set<SchemaNode> found = new LinkedHashSet<>();
            for (SchemaNode schema : schemas) {
                if (schema.items != null) {
                    found.add(schema.items);
                }
                found.addAll(schema.prefixItems);
            }
            items = hints(found);
        }
        return items;
    }

    private static KeyHints hints(Set<SchemaNode> found) {
        return found.isEmpty() ? NONE : new SchemaHints(found);
    }

    @Override
    public boolean textOnly() {
        return !schemas.isEmpty() && schemas.stream().allMatch(SchemaNode::anyText);
    }
}
