package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON Schema, compiled once: it names keys to the reader and types to the alignment. */
final class CompiledSchema {
    private static final int DEEPEST = 200;

    private final JsonNode source;
    private final Map<String, SchemaNode> definitions = new HashMap<>();
    private final SchemaNode root;

    private CompiledSchema(JsonNode source) {
        this.source = source;
        this.root = compile(source, 0);
        definitions.forEach((pointer, definition) -> {
            if (definition.resolved().target != null) {
                throw new IllegalArgumentException(
                        "The definition \"" + pointer + "\" refers to itself and nothing else");
            }
        });
    }

    /** Compiles the schema. */
    static CompiledSchema of(JsonNode source) {
        return new CompiledSchema(source);
    }

    JsonNode source() {
        return source;
    }

    SchemaNode root() {
        return root.resolved();
    }

    KeyHints hints() {
        return new SchemaHints(Set.of(root()));
    }

    private SchemaNode compile(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The schema is nested more than " + DEEPEST + " levels deep");
        }
        SchemaNode node = new SchemaNode();
        if (schema.isBoolean()) {
            return node;
        }
        if (!schema.isObject()) {
            throw new IllegalArgumentException("Not a schema: " + shortened(schema));
        }
        if (schema.has("$ref")) {
            node.target = reference(schema.get("$ref").asText(), depth);
            return node;
        }
        scalars(schema, node);
        members(schema, node, depth);
        items(schema, node, depth);
        unions(schema, node, depth);
        node.index();
        return node;
    }

    private SchemaNode reference(String pointer, int depth) {
        SchemaNode known = definitions.get(pointer);
        if (known != null) {
            return known;
        }
        JsonNode target =
                pointer.equals("#") ? source : pointer.startsWith("#/") ? source.at(pointer.substring(1)) : null;
        if (target == null || target.isMissingNode()) {
            throw new IllegalArgumentException(
                    "The schema refers to \"" + pointer + "\", which it doesn't hold; only local references are read");
        }
        SchemaNode reserved = new SchemaNode();
        definitions.put(pointer, reserved);
        reserved.target = compile(target, depth + 1);
        return reserved;
    }

    private static void scalars(JsonNode schema, SchemaNode node) {
        node.types = strings(schema.path("type"));
        node.defaultValue = schema.get("default");
        if (schema.has("const")) {
            node.values = List.of(schema.get("const"));
        } else if (schema.path("enum").isArray()) {
            List<JsonNode> values = new ArrayList<>();
            schema.get("enum").forEach(values::add);
            node.values = List.copyOf(values);
        }
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        schema.path("x-enum-aliases")
                .properties()
                .forEach(entry -> aliases.put(entry.getKey(), List.copyOf(strings(entry.getValue()))));
        node.valueAliases = aliases;
    }

    private void members(JsonNode schema, SchemaNode node, int depth) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            node.properties.put(name, compile(property.getValue(), depth + 1));
            Set<String> aliases = strings(property.getValue().path("x-alias"));
            if (aliases.isEmpty()) {
                node.shown.putIfAbsent(name, name);
            }
            aliases.forEach(alias -> node.shown.put(alias, name));
        }
        node.required = strings(schema.path("required"));
        JsonNode additional = schema.path("additionalProperties");
        node.open = !additional.isBoolean() || additional.booleanValue();
        if (additional.isObject()) {
            node.additional = compile(additional, depth + 1);
        }
        if (node.types.isEmpty() && !node.properties.isEmpty()) {
            node.types = Set.of("object");
        }
    }

    private void items(JsonNode schema, SchemaNode node, int depth) {
        if (schema.path("items").isObject()) {
            node.items = compile(schema.get("items"), depth + 1);
        }
        List<SchemaNode> prefix = new ArrayList<>();
        schema.path("prefixItems").forEach(item -> prefix.add(compile(item, depth + 1)));
        node.prefixItems = List.copyOf(prefix);
    }

    private void unions(JsonNode schema, SchemaNode node, int depth) {
        List<SchemaNode> variants = new ArrayList<>();
        schema.path("anyOf").forEach(variant -> variants.add(compile(variant, depth + 1)));
        schema.path("oneOf").forEach(variant -> variants.add(compile(variant, depth + 1)));
        node.variants = List.copyOf(variants);
        for (JsonNode part : schema.path("allOf")) {
            merge(node, compile(part, depth + 1).resolved());
        }
    }

    /** Adds what a part of {@code allOf} says. */
    private static void merge(SchemaNode node, SchemaNode part) {
        if (node.types.isEmpty()) {
            node.types = part.types;
        }
        node.properties.putAll(part.properties);
        node.shown.putAll(part.shown);
        Set<String> required = new LinkedHashSet<>(node.required);
        required.addAll(part.required);
        node.required = required;
        node.open &= part.open;
        if (node.items == null) {
            node.items = part.items;
        }
        if (node.values.isEmpty()) {
            node.values = part.values;
            node.valueAliases = part.valueAliases;
        }
        if (node.variants.isEmpty()) {
            node.variants = part.variants;
        }
    }

    private static Set<String> strings(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        if (value.isTextual()) {
            all.add(value.textValue());
        }
        if (value.isArray()) {
            value.forEach(item -> all.add(item.asText()));
        }
        return all;
    }

    private static String shortened(JsonNode schema) {
        String text = schema.toString();
        return text.length() <= 80 ? text : text.substring(0, 79) + "\u2026";
    }
}
