package dev.alain.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A way to mend a finding, as data.
 *
 * @param title what it does, one line
 * @param safe whether it may be applied without a person looking at it
 * @param edits in order
 */
public record Fix(
        @JsonProperty("title") String title,
        @JsonProperty("safe") boolean safe,
        @JsonProperty("edits") List<Edit> edits) {
    /** Copies the list. */
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix that may be applied without a person looking at it. */
    public static Fix safe(String title, Edit... edits) {
        return new Fix(title, true, List.of(edits));
    }

    /** A fix that a person or a teacher should look at. */
    public static Fix needsReview(String title, Edit... edits) {
        return new Fix(title, false, List.of(edits));
    }

    /** A change of a notebook, addressed by cell id. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "edit")
    public sealed interface Edit {}

    /** Replaces the text of a cell. */
    public record ReplaceCell(String cellId, String source) implements Edit {}

    /** Replaces a part of a cell's text; lines and columns in code points from 1, the end exclusive. */
    public record ReplaceRange(String cellId, int firstLine, int firstColumn, int lastLine, int lastColumn, String text)
            implements Edit {}

    /**
     * Adds a cell after another one.
     *
     * @param afterCellId empty to add it at the start
     */
    public record InsertAfter(String afterCellId, String newCellId, String type, String source) implements Edit {}

    /** Removes a cell. */
    public record RemoveCell(String cellId) implements Edit {}

    /**
     * Sets metadata.
     *
     * @param cellId empty for the notebook's own
     * @param pointer a JSON pointer
     */
    public record SetMetadata(String cellId, String pointer, JsonNode value) implements Edit {}

    /** Tells the teacher what to write anew. */
    public record Instruct(String cellId, String instruction) implements Edit {}
}
