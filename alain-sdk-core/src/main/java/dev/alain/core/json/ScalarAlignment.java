package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.core.json.Outcome.Place;
import dev.alain.core.json.Outcome.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fits a scalar to a scalar type, or to the values that a schema lists. */
final class ScalarAlignment {
    private static final Set<String> TRUE = Set.of("yes", "on", "1");
    private static final Set<String> FALSE = Set.of("no", "off", "0");

    private final boolean salvage;

    ScalarAlignment(boolean salvage) {
        this.salvage = salvage;
    }

    Outcome align(JsonNode node, String type, Place place) {
        JsonNode scalar = node;
        if (node.isContainerNode()) {
            return Outcome.failed(place, wanted(type) + " is wanted, " + Alignment.kind(node) + " found");
        }
        Outcome outcome = switch (type) {
            case "string" -> text(scalar, place);
            case "integer" -> integer(scalar, place);
            case "number" -> number(scalar, place);
            case "boolean" -> truth(scalar, place);
            default -> scalar.isNull() ? Outcome.same(scalar) : null;
        };
        return outcome != null
                ? outcome
                : Outcome.failed(place, wanted(type) + " is wanted, " + Alignment.kind(node) + " found");
    }

    private static String wanted(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private static @Nullable Outcome text(JsonNode node, Place place) {
        if (node.isTextual()) {
            return Outcome.same(node);
        }
        return node.isNull()
                ? null
                : Outcome.changed(
                        TextNode.valueOf(node.asText()),
                        1,
                        new Step(RepairKind.SCALAR_CONVERTED, place, node, "read as text"));
    }

    private static @Nullable Outcome number(JsonNode node, Place place) {
        if (node.isNumber()) {
            return Outcome.same(node);
        }
        if (!node.isTextual()) {
            return null;
        }
        JsonNode found = NumberInText.find(node.textValue());
        if (found == null) {
            return null;
        }
        boolean whole = Numbers.strict(node.textValue().strip()) != null;
        RepairKind kind = whole ? RepairKind.SCALAR_CONVERTED : RepairKind.EXTRACTED;
        return Outcome.changed(found, whole ? 1 : 3, new Step(kind, place, node, "read as the number " + found));
    }

    private @Nullable Outcome integer(JsonNode node, Place place) {
        Outcome outcome = number(node, place);
        if (outcome == null || outcome.value() == null || outcome.value().isIntegralNumber()) {
            return outcome;
        }
        BigDecimal exact = outcome.value().decimalValue();
        BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);
        boolean same = exact.compareTo(rounded) == 0;
        if (!same && !salvage) {
            return null;
        }
        RepairKind kind = same ? RepairKind.SCALAR_CONVERTED : RepairKind.ROUNDED;
        JsonNode whole = exact.precision() - exact.scale() > 18
                ? BigIntegerNode.valueOf(rounded.toBigInteger())
                : Numbers.integer(rounded.toBigInteger().toString());
        return Outcome.changed(whole, outcome.cost() + 1, new Step(kind, place, node, exact + " read as " + whole));
    }

    private static @Nullable Outcome truth(JsonNode node, Place place) {
        if (node.isBoolean()) {
            return Outcome.same(node);
        }
        String word = node.asText().strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            JsonNode truth = BooleanNode.valueOf(TRUE.contains(word));
            return Outcome.changed(truth, 1, new Step(RepairKind.SCALAR_CONVERTED, place, node, "read as " + truth));
        }
        if (!node.isTextual()) {
            return null;
        }
        ValueMatcher words = new ValueMatcher(List.of("true", "false"), Map.of());
        String spelt = words.spelt(node.textValue());
        String named = spelt != null ? spelt : onlyOneNamed(node.textValue());
        if (named == null) {
            return null;
        }
        RepairKind kind = spelt != null ? RepairKind.SCALAR_CONVERTED : RepairKind.EXTRACTED;
        return Outcome.changed(
                BooleanNode.valueOf(named.equals("true")),
                spelt != null ? 1 : 3,
                new Step(kind, place, node, "read as " + named));
    }

    /** The truth value that a sentence names; null when it names both or neither. */
    private static @Nullable String onlyOneNamed(String text) {
        String yes = new ValueMatcher(List.of("true"), Map.of()).named(text);
        String no = new ValueMatcher(List.of("false"), Map.of()).named(text);
        return yes != null && no != null ? null : yes != null ? yes : no;
    }

    /** Fits a scalar to one of the schema's values. */
    Outcome value(JsonNode node, SchemaNode schema, Place place) {
        for (JsonNode allowed : schema.values) {
            if (equal(allowed, node) && !aliased(allowed, schema)) {
                return Outcome.same(allowed);
            }
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode allowed : schema.values) {
            if (allowed.isTextual()) {
                texts.add(allowed.textValue());
            } else if (node.isTextual() && spells(node.textValue(), allowed)) {
                return Outcome.changed(
                        allowed, 1, new Step(RepairKind.SCALAR_CONVERTED, place, node, "read as " + allowed));
            }
        }
        return texts.isEmpty() || !(node.isTextual() || node.isNumber())
                ? none(node, schema, place)
                : named(node, new ValueMatcher(texts, schema.valueAliases), schema, place);
    }

    /** Whether the writer was shown other words for the value. */
    private static boolean aliased(JsonNode allowed, SchemaNode schema) {
        List<String> names = allowed.isTextual()
                ? schema.valueAliases.getOrDefault(allowed.textValue(), List.of())
                : List.<String>of();
        return !names.isEmpty() && names.stream().noneMatch(name -> name.startsWith(allowed.textValue() + ":"));
    }

    private static boolean equal(JsonNode allowed, JsonNode node) {
        return allowed.isNumber() && node.isNumber()
                ? allowed.decimalValue().compareTo(node.decimalValue()) == 0
                : allowed.equals(node);
    }

    private static boolean spells(String text, JsonNode allowed) {
        String bare = text.strip();
        if (allowed.isNumber()) {
            JsonNode number = NumberInText.find(bare);
            return number != null && equal(allowed, number);
        }
        Outcome truth = allowed.isBoolean() ? truth(TextNode.valueOf(bare), Place.ROOT) : null;
        return truth != null && allowed.equals(truth.value());
    }

    private static Outcome named(JsonNode node, ValueMatcher matcher, SchemaNode schema, Place place) {
        String text = node.asText();
        String spelt = matcher.spelt(text);
        if (spelt != null) {
            return Outcome.changed(
                    TextNode.valueOf(spelt), 1, new Step(RepairKind.VALUE_MATCHED, place, node, "read as " + spelt));
        }
        String found = matcher.named(text);
        return found == null
                ? none(node, schema, place)
                : Outcome.changed(
                        TextNode.valueOf(found), 3, new Step(RepairKind.EXTRACTED, place, node, "names " + found));
    }

    private static Outcome none(JsonNode node, SchemaNode schema, Place place) {
        String shown = node.toString();
        return Outcome.failed(
                place,
                (shown.length() <= 60 ? shown : shown.substring(0, 59) + "\u2026") + " is none of " + schema.values
                        + ", or could be more than one");
    }
}
