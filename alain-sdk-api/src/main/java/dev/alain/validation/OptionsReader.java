package dev.alain.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.ValidationReport.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Options from JSON; what is not understood is refused by name, for a typing error must not turn a rule off. */
final class OptionsReader {
    private static final Set<String> KEYS = Set.of("profiles", "severities", "settings", "packages", "waivers");
    private static final Set<String> WAIVER_KEYS = Set.of("rule", "cell", "reason");

    private OptionsReader() {}

    static ValidationOptions read(JsonNode json) {
        require(json.isObject(), "validation options", "an object", json);
        requireKnown(json, KEYS, "");
        Map<String, Severity> severities = new TreeMap<>();
        Set<String> off = new LinkedHashSet<>();
        for (var entry : object(json, "severities").properties()) {
            JsonNode value = entry.getValue();
            if (value.asText().equals("off") || value.isBoolean() && !value.booleanValue()) {
                off.add(entry.getKey());
            } else {
                severities.put(entry.getKey(), severity(entry.getKey(), value));
            }
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (var entry : object(json, "settings").properties()) {
            require(entry.getValue().isValueNode(), "settings." + entry.getKey(), "one value", entry.getValue());
            settings.put(entry.getKey(), entry.getValue().asText());
        }
        if (json.has("packages")) {
            settings.put(ValidationOptions.PACKAGES, String.join("\n", texts(json, "packages")));
        }
        Set<String> profiles = new LinkedHashSet<>(texts(json, "profiles"));
        return new ValidationOptions(profiles, severities, off, settings, waivers(json));
    }

    private static Severity severity(String rule, JsonNode value) {
        try {
            return Severity.parse(value.asText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "severities." + rule + " is " + value + "; it can be error, warning, info or off", e);
        }
    }

    private static List<Waiver> waivers(JsonNode json) {
        List<Waiver> waivers = new ArrayList<>();
        for (JsonNode waiver : list(json, "waivers")) {
            String at = "waivers[" + waivers.size() + "]";
            require(waiver.isObject(), at, "an object", waiver);
            requireKnown(waiver, WAIVER_KEYS, at + ": ");
            require(waiver.path("rule").isTextual(), at + ".rule", "the id of a rule", waiver.path("rule"));
            String cell = waiver.path("cell").asText();
            waivers.add(new Waiver(
                    waiver.path("rule").asText(), cell, waiver.path("reason").asText()));
        }
        return waivers;
    }

    private static List<String> texts(JsonNode json, String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list(json, key)) {
            require(text.isTextual(), key + "[" + texts.size() + "]", "a name", text);
            texts.add(text.asText());
        }
        return texts;
    }

    /** A key without a value, as YAML allows it, is a key that is not there. */
    private static JsonNode list(JsonNode json, String key) {
        JsonNode list = json.path(key);
        require(list.isArray() || list.isMissingNode() || list.isNull(), key, "a list", list);
        return list;
    }

    private static JsonNode object(JsonNode json, String key) {
        JsonNode object = json.path(key);
        require(object.isObject() || object.isMissingNode() || object.isNull(), key, "an object", object);
        return object;
    }

    private static void requireKnown(JsonNode object, Set<String> known, String where) {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(where + "\"" + name + "\" is none of " + new TreeSet<>(known));
            }
        }
    }

    private static void require(boolean condition, String what, String wanted, JsonNode found) {
        if (!condition) {
            String kind = found.getNodeType().name().toLowerCase(Locale.ROOT);
            throw new IllegalArgumentException(what + " must be " + wanted + ", found "
                    + (found.isMissingNode() ? "nothing" : found.isNull() ? "null" : "a JSON " + kind));
        }
    }
}
