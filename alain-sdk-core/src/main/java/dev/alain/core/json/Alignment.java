package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.core.json.Outcome.Place;
import dev.alain.core.json.Outcome.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fits a value to a schema at the least cost, and says what it took. */
final class Alignment {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int STEPS_PER_NODE = 32;
    private static final int MOST_VIOLATIONS = 20;
    /** Deeper alignment would need more stack than small threads have. */
    private static final int DEEPEST = 256;

    private final SpanBook spans;
    private final String text;
    private final RepairLimits limits;
    private final boolean salvage;
    private final ScalarAlignment scalars;
    private final ObjectAlignment objects;
    private final IdentityHashMap<JsonNode, IdentityHashMap<SchemaNode, Outcome>> known = new IdentityHashMap<>();
    private long budget;
    /** How many unions are being tried; only they bring the same value to the same schema twice. */
    private int unions;

    Alignment(SpanBook spans, String text, RepairOptions options) {
        this.spans = spans;
        this.text = text;
        this.limits = options.limits();
        this.salvage = options.profile() == RepairProfile.SALVAGE;
        this.scalars = new ScalarAlignment(salvage);
        this.objects = new ObjectAlignment(this, spans, options);
        this.budget = 1_000L + (long) STEPS_PER_NODE * text.length();
    }

    /** Fits the document. */
    Outcome document(JsonNode value, SchemaNode schema) {
        return align(value, schema, Place.ROOT);
    }

    Outcome align(JsonNode node, SchemaNode schema, Place place) {
        if (place.depth() > DEEPEST) {
            throw JsonRepairException.limit(
                    0, "A schema reaches into a document of more than " + DEEPEST + " levels, which no schema needs");
        }
        if (--budget < 0) {
            return Outcome.failed(place, "the schema has too many alternatives for a document of this size");
        }
        SchemaNode resolved = schema.resolved();
        if (unions == 0 || !node.isContainerNode()) {
            return fresh(node, resolved, place);
        }
        IdentityHashMap<SchemaNode, Outcome> outcomes = known.computeIfAbsent(node, key -> new IdentityHashMap<>(2));
        Outcome outcome = outcomes.get(resolved);
        if (outcome == null) {
            outcomes.put(resolved, Outcome.failed(place, "the schema refers to itself without end"));
            outcome = fresh(node, resolved, place);
            outcomes.put(resolved, outcome);
        }
        return outcome;
    }

    private Outcome fresh(JsonNode node, SchemaNode schema, Place place) {
        if (!schema.variants.isEmpty()) {
            return union(node, schema.variants, place);
        }
        if (!schema.values.isEmpty()) {
            return value(node, schema, place);
        }
        if (schema.types.isEmpty()) {
            return Outcome.same(node);
        }
        String own = typeOf(node, schema);
        if (own != null) {
            return typed(node, own, schema, place);
        }
        Outcome best = null;
        for (String type : schema.types) {
            best = cheaper(best, typed(node, type, schema, place));
        }
        return Objects.requireNonNull(best);
    }

    private static @Nullable String typeOf(JsonNode node, SchemaNode schema) {
        for (String type : schema.types) {
            boolean same = switch (type) {
                case "object" -> node.isObject();
                case "array" -> node.isArray();
                case "string" -> node.isTextual();
                case "integer" -> node.isIntegralNumber();
                case "number" -> node.isNumber();
                case "boolean" -> node.isBoolean();
                case "null" -> node.isNull();
                default -> false;
            };
            if (same) {
                return type;
            }
        }
        return null;
    }

    private Outcome typed(JsonNode node, String type, SchemaNode schema, Place place) {
        return switch (type) {
            case "object" -> objects.align(node, schema, place);
            case "array" -> array(node, schema, place);
            case "string" -> string(node, place);
            default -> scalars.align(node, type, place);
        };
    }

    /** The first alternative that fits as it is, else the cheapest. */
    private Outcome union(JsonNode node, List<SchemaNode> variants, Place place) {
        Outcome best = null;
        unions++;
        for (SchemaNode variant : variants) {
            best = cheaper(best, align(node, variant, place));
            if (best.fits() && best.cost() == 0) {
                break;
            }
        }
        unions--;
        return Objects.requireNonNull(best);
    }

    static Outcome cheaper(@Nullable Outcome best, Outcome other) {
        if (best == null || (!best.fits() && other.fits())) {
            return other;
        }
        return other.fits() && other.cost() < best.cost() ? other : best;
    }

    private Outcome value(JsonNode node, SchemaNode schema, Place place) {
        if (node.isArray()) {
            for (JsonNode item : node) {
                Outcome outcome = item.isContainerNode() ? null : scalars.value(item, schema, place);
                if (outcome != null && outcome.fits() && !item.isNumber()) {
                    return plus(outcome, RepairKind.UNWRAPPED, place, node, "first item that fits", 2);
                }
            }
            return Outcome.failed(place, "none of " + schema.values);
        }
        if (node.isObject()) {
            JsonNode only = node.size() == 1 ? node.elements().next() : null;
            Outcome outcome = only == null || only.isContainerNode() ? null : scalars.value(only, schema, place);
            return outcome != null && outcome.fits()
                    ? plus(outcome, RepairKind.UNWRAPPED, place, node, "its only member", 2)
                    : Outcome.failed(place, "an object is none of " + schema.values);
        }
        return scalars.value(node, schema, place);
    }

    private Outcome string(JsonNode node, Place place) {
        if (!node.isContainerNode()) {
            return scalars.align(node, "string", place);
        }
        Span span = spans.of(node);
        String source =
                span == null || span.end() > text.length() ? node.toString() : text.substring(span.start(), span.end());
        return Outcome.changed(
                NODES.textNode(source), 2, new Step(RepairKind.VALUE_TO_TEXT, place, node, "given as its source text"));
    }

    private Outcome array(JsonNode node, SchemaNode schema, Place place) {
        if (node.isArray()) {
            return items((ArrayNode) node, schema, place);
        }
        JsonNode inside = Embedded.container(node, salvage, limits);
        if (inside != null && inside.isArray()) {
            Outcome outcome = align(inside, schema, place);
            if (outcome.fits()) {
                return plus(outcome, RepairKind.STRING_PARSED, place, node, "list inside a string", 1);
            }
        }
        if (node.isNull() || (node.isObject() && node.isEmpty())) {
            return Outcome.failed(place, "a list is wanted, " + kind(node) + " found");
        }
        SchemaNode item = schema.items;
        Outcome outcome = item == null ? Outcome.same(node) : align(node, item, place.child("0"));
        if (!outcome.fits()) {
            return new Outcome(null, 0, List.of(), outcome.violations());
        }
        ArrayNode list = NODES.arrayNode().add(outcome.value());
        return plus(
                new Outcome(list, outcome.cost(), outcome.steps(), List.of()),
                RepairKind.SINGLE_TO_LIST,
                place,
                node,
                "list of one",
                1);
    }

    private Outcome items(ArrayNode node, SchemaNode schema, Place place) {
        if (schema.items == null && schema.prefixItems.isEmpty()) {
            return Outcome.same(node);
        }
        Tally tally = new Tally();
        ArrayNode aligned = NODES.arrayNode(node.size());
        boolean changed = false;
        for (int at = 0; at < node.size(); at++) {
            JsonNode item = node.get(at);
            SchemaNode wanted = at < schema.prefixItems.size() ? schema.prefixItems.get(at) : schema.items;
            Outcome outcome =
                    wanted == null ? Outcome.same(item) : align(item, wanted, place.child(Integer.toString(at)));
            if (outcome.fits()) {
                aligned.add(outcome.value());
                changed |= !outcome.is(item);
                tally.add(outcome);
            } else if (salvage || (spans.isCut(node) && at == node.size() - 1)) {
                changed = true;
                tally.step(
                        new Step(
                                RepairKind.DROPPED_ITEM,
                                place.child(Integer.toString(at)),
                                item,
                                outcome.violations().get(0)),
                        1 + at);
            } else if (tally.fail(outcome)) {
                break;
            }
        }
        return tally.outcome(changed ? aligned : node);
    }

    static Outcome plus(Outcome outcome, RepairKind kind, Place place, JsonNode node, String detail, int cost) {
        List<Step> steps = new ArrayList<>(outcome.steps());
        steps.add(0, new Step(kind, place, node, detail));
        return new Outcome(outcome.value(), outcome.cost() + cost, steps, List.of());
    }

    /** The article and name of a value's type. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> node.asText();
            default -> "null";
        };
    }

    /** Adds up what became of parts. */
    static final class Tally {
        private int cost;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> violations = new ArrayList<>();
        private boolean failed;

        void add(Outcome outcome) {
            cost += outcome.cost();
            steps.addAll(outcome.steps());
        }

        void step(Step step, int more) {
            steps.add(step);
            cost += more;
        }

        void step(int more) {
            cost += more;
        }

        /** Adds a part that doesn't fit; true when there are enough of them. */
        boolean fail(Outcome outcome) {
            failed = true;
            outcome.violations().stream()
                    .limit(MOST_VIOLATIONS - violations.size())
                    .forEach(violations::add);
            return violations.size() >= MOST_VIOLATIONS;
        }

        Outcome outcome(JsonNode value) {
            return failed ? new Outcome(null, 0, List.of(), violations) : new Outcome(value, cost, steps, List.of());
        }
    }
}
