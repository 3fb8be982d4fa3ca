package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Where in a source a fact stands.
 *
 * @param source the id of a {@link SourceRef}
 * @param firstLine from 1; 0 when the pointer says it
 * @param lastLine the last line, inclusive; 0 when the pointer says it
 * @param pointer a JSON pointer, a front matter key, or the rule by which the fact was derived; may be empty
 */
public record Evidence(
        @JsonProperty("source") String source,
        @JsonProperty("first_line") int firstLine,
        @JsonProperty("last_line") int lastLine,
        @JsonProperty("pointer") String pointer) {
    /** Checks that a source is named. */
    public Evidence {
        Objects.requireNonNull(source, "source");
        pointer = Objects.requireNonNullElse(pointer, "");
    }

    /** Lines of a text. */
    public static Evidence lines(String source, int first, int last) {
        return new Evidence(source, first, last, "");
    }

    /** A value of a JSON document. */
    public static Evidence at(String source, String pointer) {
        return new Evidence(source, 0, 0, pointer);
    }
}
