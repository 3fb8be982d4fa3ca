package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.core.json.Outcome.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which reading of a reply fits a schema best: one of its documents, all of them as a list, or its words. */
final class SchemaChoice {
    private static final int COST_OF_WORDS = 4;

    private final SchemaNode root;
    private final String text;
    private final String source;
    private final SpanBook spans;
    private final Notes notes;
    private final RepairLimits limits;
    private final Alignment alignment;
    private final List<Candidate> candidates = new ArrayList<>();
    private List<String> violations = List.of();

    SchemaChoice(
            CompiledSchema schema, String text, String source, SpanBook spans, Notes notes, RepairOptions options) {
        this.root = schema.root();
        this.text = text;
        this.source = source;
        this.spans = spans;
        this.notes = notes;
        this.limits = options.limits();
        this.alignment = new Alignment(spans, source, options);
    }

    /** Makes the result of what was chosen. */
    interface Finish {
        RepairResult finished(JsonNode value, Completeness completeness, Span span);
    }

    private record Candidate(Outcome outcome, int cost, Completeness completeness, Span span) {
        boolean container() {
            return outcome.value() != null && outcome.value().isContainerNode();
        }
    }

    /** The result for valid JSON. */
    RepairResult ofValid(JsonNode value, Finish finish) {
        Span whole = new Span(0, text.length());
        if (root.anyText() && value.isContainerNode()) {
            return words(finish);
        }
        if (root.anyText() && !value.isTextual()) {
            violations = List.of("The document: text is wanted, " + Alignment.kind(value) + " found");
            throw misfit();
        }
        consider(value, 0, Completeness.COMPLETE, whole);
        if (value.isTextual() && candidates.isEmpty()) {
            JsonNode inside = Embedded.container(value, true, limits);
            if (inside != null) {
                notes.add(RepairKind.STRING_PARSED, whole, "", "document inside a string");
                consider(inside, 1, Completeness.COMPLETE, whole);
            }
        }
        return best(finish);
    }

    /** The result for anything else. */
    RepairResult of(Supplier<List<Found>> read, Finish finish) {
        if (root.anyText()) {
            return words(finish);
        }
        List<Found> found;
        JsonRepairException refused = null;
        try {
            found = read.get();
        } catch (JsonRepairException failure) {
            if (failure.reason() == JsonRepairException.Reason.LIMIT) {
                throw failure;
            }
            refused = failure;
            found = List.of();
        }
        documents(found);
        boolean document = candidates.stream().anyMatch(candidate -> candidate.container());
        if (!document) {
            considerWords();
        }
        if (candidates.isEmpty() && refused != null) {
            throw refused;
        }
        return best(finish);
    }

    private void considerWords() {
        consider(TextNode.valueOf(text.strip()), COST_OF_WORDS, Completeness.COMPLETE, new Span(0, text.length()));
    }

    private void documents(List<Found> found) {
        boolean words = found.size() > 1 && found.stream().noneMatch(Found::container);
        for (Found one : words ? List.<Found>of() : found.subList(0, Math.min(found.size(), limits.maxCandidates()))) {
            consider(
                    one.value(),
                    (one.foreign() ? 3 : 0),
                    one.reading().completeness(),
                    one.reading().span());
        }
        List<Found> containers =
                words ? found : found.stream().filter(Found::container).toList();
        if (containers.size() > 1 && wantsList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            containers.forEach(one -> list.add(one.value()));
            Found last = containers.get(containers.size() - 1);
            consider(
                    list,
                    0,
                    last.reading().completeness(),
                    new Span(containers.get(0).start(), last.end()));
        }
    }

    private boolean wantsList() {
        return root.types.contains("array")
                || root.variants.stream().anyMatch(v -> v.resolved().types.contains("array"));
    }

    private void consider(JsonNode value, int cost, Completeness completeness, Span span) {
        Outcome outcome = alignment.document(value, root);
        if (outcome.fits()) {
            candidates.add(new Candidate(outcome, outcome.cost() + cost, completeness, span));
        } else if (violations.isEmpty()) {
            violations = outcome.violations();
        }
    }

    private RepairResult words(Finish finish) {
        notes.add(RepairKind.UNQUOTED_TEXT, new Span(0, text.length()), "", "the whole reply read as a string");
        return finish.finished(TextNode.valueOf(text), Completeness.COMPLETE, new Span(0, text.length()));
    }

    private RepairResult best(Finish finish) {
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (best == null || candidate.cost() < best.cost()) {
                best = candidate;
            }
        }
        if (best == null) {
            throw misfit();
        }
        for (Step step : best.outcome().steps()) {
            notes.add(step.kind(), spanOf(step, best.span()), step.place().pointer(), step.detail());
        }
        JsonNode value = Objects.requireNonNull(best.outcome().value());
        return finish.finished(value, best.completeness(), best.span());
    }

    private Span spanOf(Step step, Span whole) {
        @Nullable Span own = spans.of(step.node());
        return own != null && own.end() <= source.length()
                ? own
                : step.place().parent() == null ? whole : new Span(whole.start(), whole.start());
    }

    private JsonRepairException misfit() {
        String first = violations.isEmpty() ? "" : ": " + violations.get(0);
        String more = violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "";
        return new JsonRepairException(
                JsonRepairException.Reason.SCHEMA,
                0,
                "The reply doesn't fit the schema" + first + more + "; ask for it again and name what is wrong",
                violations);
    }
}
