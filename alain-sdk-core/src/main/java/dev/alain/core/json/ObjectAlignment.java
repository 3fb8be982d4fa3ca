package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.json.Alignment.Tally;
import dev.alain.core.json.Outcome.Place;
import dev.alain.core.json.Outcome.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fits a value to the schema of an object. */
final class ObjectAlignment {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Alignment alignment;
    private final SpanBook spans;
    private final boolean salvage;
    private final boolean partial;
    private final RepairLimits limits;
    /** Schemas being tried for a value that lacks its key; one that refers to itself is not tried again. */
    private final Set<SchemaNode> implied = Collections.newSetFromMap(new IdentityHashMap<>());

    ObjectAlignment(Alignment alignment, SpanBook spans, RepairOptions options) {
        this.alignment = alignment;
        this.spans = spans;
        this.salvage = options.profile() == RepairProfile.SALVAGE;
        this.partial = options.partial();
        this.limits = options.limits();
    }

    Outcome align(JsonNode node, SchemaNode schema, Place place) {
        if (node instanceof ObjectNode object) {
            Outcome outcome = members(object, schema, place);
            return outcome.fits() || anyMatch(object, schema) ? outcome : impliedKey(node, schema, place, outcome);
        }
        if (node.isArray()) {
            return itemOf(node, schema, place);
        }
        JsonNode inside = Embedded.container(node, salvage, limits);
        if (inside != null && inside.isObject()) {
            Outcome outcome = alignment.align(inside, schema, place);
            return outcome.fits()
                    ? Alignment.plus(outcome, RepairKind.STRING_PARSED, place, node, "object inside a string", 1)
                    : outcome;
        }
        Outcome failed = Outcome.failed(place, "an object is wanted, " + Alignment.kind(node) + " found");
        return node.isTextual() || node.isNull() ? failed : impliedKey(node, schema, place, failed);
    }

    private static boolean anyMatch(ObjectNode object, SchemaNode schema) {
        return object.properties().stream().anyMatch(member -> schema.shownAs(member.getKey()) != null);
    }

    /** An object with one property takes a value that stands for it. */
    private Outcome impliedKey(JsonNode node, SchemaNode schema, Place place, Outcome failed) {
        if (schema.properties.size() != 1 || !implied.add(schema)) {
            return failed;
        }
        Map.Entry<String, SchemaNode> only =
                schema.properties.entrySet().iterator().next();
        Outcome outcome = alignment.align(node, only.getValue(), place.child(only.getKey()));
        implied.remove(schema);
        boolean textOfObject = node.isContainerNode()
                && outcome.value() != null
                && !outcome.value().isContainerNode();
        if (!outcome.fits() || textOfObject) {
            return failed;
        }
        ObjectNode object = NODES.objectNode();
        object.set(only.getKey(), outcome.value());
        return Alignment.plus(
                new Outcome(object, outcome.cost(), outcome.steps(), outcome.violations()),
                RepairKind.IMPLIED_KEY,
                place,
                node,
                "read as " + only.getKey(),
                2);
    }

    /** The item of a list that fits best. */
    private Outcome itemOf(JsonNode list, SchemaNode schema, Place place) {
        Outcome best = null;
        for (JsonNode item : list) {
            if (item.isObject()) {
                best = Alignment.cheaper(best, alignment.align(item, schema, place));
            }
        }
        if (best == null) {
            return Outcome.failed(place, "an object is wanted, a list found");
        }
        return best.fits() ? Alignment.plus(best, RepairKind.UNWRAPPED, place, list, "item of a list", 2) : best;
    }

    private Outcome members(ObjectNode object, SchemaNode schema, Place place) {
        if (schema.properties.isEmpty() && schema.additional == null && schema.open) {
            return missing(object, object, schema, place, new Tally(), Set.of());
        }
        Map<String, String> names = names(object, schema);
        Tally tally = new Tally();
        ObjectNode aligned = NODES.objectNode();
        boolean changed = false;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String key = member.getKey();
            String name = names.get(key);
            SchemaNode wanted = name == null ? schema.additional : schema.properties.get(name);
            if (name == null && !schema.open && wanted == null) {
                tally.step(new Step(RepairKind.DROPPED_MEMBER, place, object, "\"" + key + "\" left out"), 1);
                changed = true;
                continue;
            }
            String target = name == null ? key : name;
            changed |= noteKey(key, target, wanted, object, schema, place, tally);
            Outcome outcome = wanted == null
                    ? Outcome.same(member.getValue())
                    : alignment.align(member.getValue(), wanted, place.child(target));
            if (outcome.fits()) {
                aligned.set(target, outcome.value());
                changed |= !outcome.is(member.getValue());
                tally.add(outcome);
            } else if (!tolerated(object, member.getValue(), wanted, outcome, place.child(target), tally)) {
                tally.fail(outcome);
            } else {
                changed = true;
            }
        }
        return missing(object, changed ? aligned : object, schema, place, tally, names.values());
    }

    /** Notes a key that is written another way, or that the schema doesn't know; true when it is written another way. */
    private static boolean noteKey(
            String key,
            String target,
            @Nullable SchemaNode wanted,
            ObjectNode object,
            SchemaNode schema,
            Place place,
            Tally tally) {
        if (!target.equals(key)) {
            Step step = new Step(RepairKind.KEY_MATCHED, place, object, "\"" + key + "\" read as " + target);
            tally.step(step, schema.shown.containsKey(key) ? 0 : 1);
            return true;
        }
        if (wanted == null) {
            tally.step(1);
        }
        return false;
    }

    /** A value that a cut left unfinished is no violation, nor is an optional one to salvaging. */
    private boolean tolerated(
            ObjectNode object, JsonNode value, @Nullable SchemaNode wanted, Outcome outcome, Place place, Tally tally) {
        boolean unfinished = spans.isCut(object) && isLast(object, value);
        boolean optional = salvage && wanted != null && wanted.unionWithNull();
        if (unfinished || optional) {
            tally.step(
                    new Step(
                            RepairKind.DROPPED_MEMBER,
                            place,
                            value,
                            outcome.violations().get(0)),
                    2);
        }
        return unfinished || optional;
    }

    @SuppressWarnings("ReferenceEquality") // an equal value elsewhere in the object is another one
    private static boolean isLast(ObjectNode object, JsonNode value) {
        JsonNode last = null;
        for (JsonNode each : object) {
            last = each;
        }
        return last == value;
    }

    /** Which property each key means; exact names first, so that a loose match never takes a property away. */
    private static Map<String, String> names(ObjectNode object, SchemaNode schema) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> taken = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = schema.shown.get(member.getKey());
            if (name != null && taken.putIfAbsent(name, member.getKey()) == null) {
                names.put(member.getKey(), name);
            }
        }
        if (names.size() == object.size()) {
            return names;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String key = member.getKey();
            String found = names.containsKey(key) ? null : schema.shownAs(key);
            String name = found == null ? null : schema.shown.get(found);
            if (name != null && taken.putIfAbsent(name, key) == null) {
                names.put(key, name);
            }
        }
        return names;
    }

    private Outcome missing(
            ObjectNode object,
            ObjectNode aligned,
            SchemaNode schema,
            Place place,
            Tally tally,
            Collection<String> matched) {
        ObjectNode filled = aligned;
        boolean fresh = false;
        boolean cut = spans.isCut(object);
        for (Map.Entry<String, SchemaNode> property : schema.properties.entrySet()) {
            String name = property.getKey();
            if (aligned.has(name)) {
                continue;
            }
            JsonNode filling = filling(name, property.getValue().resolved(), schema, cut);
            if (filling != null) {
                filled = fresh ? filled : shallowCopy(aligned);
                fresh = true;
                filled.set(name, filling);
                tally.step(new Step(RepairKind.FILLED, place.child(name), object, filling.toString()), 1);
            }
        }
        for (String name : schema.required) {
            boolean there =
                    filled.has(name) && (matched.contains(name) || !aliased(name, schema) || !aligned.has(name));
            if (!there && !cut) {
                tally.fail(Outcome.failed(place, "the member \"" + name + "\" is missing"));
            }
        }
        return tally.outcome(filled);
    }

    /** Whether the writer was shown another name; the property's own then means something else. */
    private static boolean aliased(String name, SchemaNode schema) {
        return schema.properties.containsKey(name) && !name.equals(schema.shown.get(name));
    }

    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = NODES.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }

    /** What stands for an absent property; null when nothing may. */
    private @Nullable JsonNode filling(String name, SchemaNode property, SchemaNode schema, boolean cut) {
        boolean required = schema.required.contains(name);
        if (cut) {
            return partial && required ? emptyOf(property) : null;
        }
        if (salvage && property.defaultValue != null) {
            return property.defaultValue;
        }
        if (!required) {
            return property.unionWithNull() ? NODES.nullNode() : null;
        }
        if (!salvage) {
            return null;
        }
        if (property.values.size() == 1) {
            return property.values.get(0);
        }
        return property.unionWithNull() || property.types.contains("array") ? emptyOf(property) : null;
    }

    private static JsonNode emptyOf(SchemaNode property) {
        if (property.types.contains("array")) {
            return NODES.arrayNode();
        }
        return property.types.contains("object") && property.required.isEmpty() ? NODES.objectNode() : NODES.nullNode();
    }
}
