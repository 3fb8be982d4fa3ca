package dev.alain.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.alain.code.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One problem at one place. Immutable. */
@JsonPropertyOrder({"rule", "severity", "cell", "line", "column", "message", "remedy", "evidence", "fixes"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public final class Finding {
    private final String ruleId;
    private final Severity severity;
    private final @Nullable String cellId;
    private final int line;
    private final int column;
    private final int endLine;
    private final int endColumn;
    private final String message;
    private final String remedy;
    private final String evidence;
    private final List<Fix> fixes;

    private Finding(Finding other, Severity severity) {
        this.ruleId = other.ruleId;
        this.severity = severity;
        this.cellId = other.cellId;
        this.line = other.line;
        this.column = other.column;
        this.endLine = other.endLine;
        this.endColumn = other.endColumn;
        this.message = other.message;
        this.remedy = other.remedy;
        this.evidence = other.evidence;
        this.fixes = other.fixes;
    }

    private Finding(Builder builder) {
        this.ruleId = builder.info.id();
        this.severity = builder.severity;
        this.cellId = builder.cellId;
        this.line = builder.line;
        this.column = builder.column;
        this.endLine = builder.endLine;
        this.endColumn = builder.endColumn;
        this.message = builder.message;
        this.remedy = builder.remedy;
        this.evidence = builder.evidence;
        this.fixes = List.copyOf(builder.fixes);
    }

    /** A finding of a rule, with the rule's severity. */
    public static Builder of(RuleInfo info, String message) {
        return new Builder(info, message);
    }

    /** The rule's id. */
    @JsonProperty("rule")
    public String ruleId() {
        return ruleId;
    }

    /** How much it matters. */
    @JsonProperty("severity")
    public Severity severity() {
        return severity;
    }

    /** The cell; empty when it concerns the whole notebook. */
    public Optional<String> cellId() {
        return Optional.ofNullable(cellId);
    }

    @JsonProperty("cell")
    @Nullable
    String cellOrNull() {
        return cellId;
    }

    /** The first line in the cell, from 1; 0 when the whole cell is meant. */
    @JsonProperty("line")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public int line() {
        return line;
    }

    /** The first column in code points, from 1; 0 when the whole line is meant. */
    @JsonProperty("column")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public int column() {
        return column;
    }

    /** The last line, inclusive; 0 when not given. */
    @JsonProperty("end_line")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public int endLine() {
        return endLine;
    }

    /** The column after the last one; 0 when not given. */
    @JsonProperty("end_column")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public int endColumn() {
        return endColumn;
    }

    Finding withSeverity(Severity other) {
        return new Finding(this, other);
    }

    /** What is wrong. */
    @JsonProperty("message")
    public String message() {
        return message;
    }

    /** What to do; may be empty. */
    @JsonProperty("remedy")
    public String remedy() {
        return remedy;
    }

    /** What was seen, with secrets blotted out; may be empty. */
    @JsonProperty("evidence")
    public String evidence() {
        return evidence;
    }

    /** Ways to mend it, best first. */
    @JsonProperty("fixes")
    public List<Fix> fixes() {
        return fixes;
    }

    @Override
    public String toString() {
        String place = cellId == null ? "" : " in " + cellId + (line == 0 ? "" : ":" + line);
        return severity.label() + " " + ruleId + place + ": " + message;
    }

    /** Builds findings; not thread-safe. */
    public static final class Builder {
        private final RuleInfo info;
        private final String message;
        private Severity severity;
        private @Nullable String cellId;
        private int line;
        private int column;
        private int endLine;
        private int endColumn;
        private String remedy = "";
        private String evidence = "";
        private List<Fix> fixes = List.of();

        private Builder(RuleInfo info, String message) {
            this.info = info;
            this.message = Objects.requireNonNull(message, "message");
            this.severity = info.severity();
        }

        /** Sets another severity than the rule's. */
        public Builder severity(Severity value) {
            this.severity = value;
            return this;
        }

        /** Names the cell. */
        public Builder cell(String id) {
            this.cellId = Objects.requireNonNull(id, "id");
            return this;
        }

        /** Names the line in the cell, from 1. */
        public Builder line(int value) {
            this.line = value;
            return this;
        }

        /** Names the whole place: lines from 1, columns in code points from 1, the last one exclusive. */
        public Builder range(int firstLine, int firstColumn, int lastLine, int lastColumn) {
            this.line = firstLine;
            this.column = firstColumn;
            this.endLine = lastLine;
            this.endColumn = lastColumn;
            return this;
        }

        /** Names the whole place. */
        public Builder place(Place place) {
            return range(place.line(), place.column(), place.endLine(), place.endColumn());
        }

        /** Says what to do. */
        public Builder remedy(String value) {
            this.remedy = Objects.requireNonNull(value, "remedy");
            return this;
        }

        /** Shows what was seen; the caller blots out secrets. */
        public Builder evidence(String value) {
            this.evidence = Objects.requireNonNull(value, "evidence");
            return this;
        }

        /** Offers ways to mend it, best first. */
        public Builder fixes(Fix... values) {
            this.fixes = List.of(values);
            return this;
        }

        /** The finding. */
        public Finding build() {
            return new Finding(this);
        }
    }
}
