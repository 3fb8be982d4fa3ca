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
 * @param edits in order; applied all or none
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

    /** An instruction for whoever writes the notebook. */
    public static Fix instruct(String cellId, String instruction) {
        return needsReview(instruction, new Instruct(cellId, instruction));
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
     * @param type {@code markdown} or {@code code}
     */
    public record InsertAfter(String afterCellId, String newCellId, String type, String source) implements Edit {}

    /** Removes a cell. */
    public record RemoveCell(String cellId) implements Edit {}

    /** Removes what a code cell printed, and its execution count. */
    public record RemoveOutputs(String cellId) implements Edit {}

    /** Removes an embedded file of a cell. */
    public record RemoveAttachment(String cellId, String name) implements Edit {}

    /**
     * Sets metadata.
     *
     * @param cellId empty for the notebook's own
     * @param pointer a JSON pointer, such as {@code /kernelspec/name}; objects on the way are made
     * @param value what to set; a missing node removes it
     */
    public record SetMetadata(String cellId, String pointer, JsonNode value) implements Edit {}

    /** Writes the file anew in format 4.5, with its missing keys and without those no format allows. */
    public record Normalize() implements Edit {}

    /** Tells the teacher what to write anew. */
    public record Instruct(String cellId, String instruction) implements Edit {}
}
