package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * The value that was read, and what was mended on the way.
 *
 * <p>The value is a tree of its own; change it as you like.
 */
public final class RepairResult {
    private final JsonNode value;
    private final List<Repair> repairs;
    private final Completeness completeness;
    private final Span span;

    RepairResult(JsonNode value, List<Repair> repairs, Completeness completeness, Span span) {
        this.value = Objects.requireNonNull(value, "value");
        this.repairs = List.copyOf(repairs);
        this.completeness = Objects.requireNonNull(completeness, "completeness");
        this.span = Objects.requireNonNull(span, "span");
    }

    /** The value. */
    public JsonNode value() {
        return value;
    }

    /** What was mended: reading first, then alignment, each in the order of the text; empty for valid input. */
    public List<Repair> repairs() {
        return repairs;
    }

    /** Whether the document was there to its end. */
    public Completeness completeness() {
        return completeness;
    }

    /** The stretch of the input that the value was read from. */
    public Span span() {
        return span;
    }

    /** Whether every repair, if there was one, changed notation only. */
    public boolean lossless() {
        return repairs.stream().allMatch(repair -> repair.severity() == Severity.LOSSLESS);
    }

    /**
     * Escapes that are valid but were probably meant as LaTeX, such as the form feed in {@code "\\frac{1}{2}"}; nothing
     * is changed for them. Looks through the value at each call.
     */
    public List<Suspicion> suspicions() {
        return LatexEscapes.in(value);
    }

    @Override
    public String toString() {
        return "RepairResult[" + repairs.size() + (repairs.size() == 1 ? " repair" : " repairs")
                + (completeness.complete() ? "" : ", cut in " + completeness.cut()) + "]";
    }
}
