package dev.alain.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell of Markdown text. */
public final class MarkdownCell implements Cell {
    private final String id;
    private final String source;
    private final ObjectNode metadata;
    private final @Nullable ObjectNode attachments;

    MarkdownCell(String id, String source, ObjectNode metadata, @Nullable ObjectNode attachments) {
        this.id = Objects.requireNonNull(id, "id");
        this.source = Objects.requireNonNull(source, "source");
        this.metadata = metadata.deepCopy();
        this.attachments = attachments == null ? null : attachments.deepCopy();
    }

    /** A cell with tags and no attachments. */
    public static MarkdownCell of(String id, String source, String... tags) {
        return new MarkdownCell(id, source, Cell.tagged(tags), null);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public ObjectNode metadata() {
        return metadata.deepCopy();
    }

    /** Embedded files by name, each a bundle of media types; empty when the cell has no such object. */
    public Optional<ObjectNode> attachments() {
        return Optional.ofNullable(attachments).map(ObjectNode::deepCopy);
    }

    @Override
    public String type() {
        return "markdown";
    }

    @Override
    public MarkdownCell withSource(String changed) {
        return new MarkdownCell(id, changed, metadata, attachments);
    }

    @Override
    public MarkdownCell withMetadata(ObjectNode changed) {
        return new MarkdownCell(id, source, changed, attachments);
    }

    @Override
    public MarkdownCell withoutAttachment(String name) {
        ObjectNode files = attachments == null ? null : attachments.deepCopy();
        if (files != null) {
            files.remove(name);
        }
        return new MarkdownCell(id, source, metadata, files == null || files.isEmpty() ? null : files);
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = CellJson.of(this);
        attachments().ifPresent(files -> json.set("attachments", files));
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkdownCell cell && toJson().equals(cell.toJson());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, source);
    }

    @Override
    public String toString() {
        return "MarkdownCell[id=" + id + ", source=" + source + "]";
    }
}
