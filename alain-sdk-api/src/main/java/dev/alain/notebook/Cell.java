package dev.alain.notebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A cell of a notebook: markdown, code or raw text. */
public sealed interface Cell permits MarkdownCell, CodeCell, RawCell {
    /** The id, unique in its notebook; empty only for cells read from formats before 4.5. */
    String id();

    /** The text, with {@code \n} line ends as they stand in the file. */
    String source();

    /** Open metadata, as a copy. */
    ObjectNode metadata();

    /** {@code markdown}, {@code code} or {@code raw}. */
    String type();

    /** The cell as nbformat JSON. */
    ObjectNode toJson();

    /** The same cell with another text. */
    Cell withSource(String source);

    /** The same cell with other metadata; outputs stay. */
    Cell withMetadata(ObjectNode metadata);

    /** The same cell without an embedded file. */
    Cell withoutAttachment(String name);

    /** The tags of the cell's metadata, in order. */
    default List<String> tags() {
        List<String> tags = new ArrayList<>();
        metadata().path("tags").forEach(tag -> tags.add(tag.asText()));
        return List.copyOf(tags);
    }

    /** Metadata that holds tags only. */
    static ObjectNode tagged(String... tags) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        if (tags.length > 0) {
            var array = metadata.putArray("tags");
            for (String tag : tags) {
                array.add(tag);
            }
        }
        return metadata;
    }
}
