package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notebook file as it stands: its bytes, and its JSON when it has one.
 *
 * <p>Nothing is lost and nothing is mended: unknown keys, old formats and invalid cells are all kept. Immutable and
 * thread-safe.
 */
public final class NotebookDocument {
    private final byte[] bytes;
    private final @Nullable ObjectNode root;
    private final @Nullable FormatProblem unreadable;

    NotebookDocument(byte[] bytes, @Nullable ObjectNode root, @Nullable FormatProblem unreadable) {
        this.bytes = bytes;
        this.root = root;
        this.unreadable = unreadable;
    }

    /** Reads bytes; never throws for what they hold. */
    public static NotebookDocument read(byte[] bytes) {
        return NotebookReader.read(Objects.requireNonNull(bytes, "bytes").clone());
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read
     */
    public static NotebookDocument read(Path file) throws IOException {
        return NotebookReader.read(Files.readAllBytes(file));
    }

    /** Wraps a JSON tree that was not read from a file; its bytes are its canonical form. */
    public static NotebookDocument of(ObjectNode root) {
        ObjectNode copy = root.deepCopy();
        return new NotebookDocument(NotebookFormat.writeTree(copy), copy, null);
    }

    /** The bytes that were read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The JSON, as a copy; empty when the bytes are no JSON object. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(root).map(ObjectNode::deepCopy);
    }

    /** Why the bytes are no JSON object; empty when they are. */
    public Optional<FormatProblem> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    /** The major format version; 1 when the document does not say, 0 when it is unreadable. */
    public int major() {
        return root == null ? 0 : root.path("nbformat").asInt(1);
    }

    /** The minor format version; 0 when the document does not say. */
    public int minor() {
        return root == null ? 0 : root.path("nbformat_minor").asInt(0);
    }

    /** Every violation of the format that the document declares, in document order; empty when it is valid. */
    public List<FormatProblem> problems() {
        return NotebookFormat.validate(this);
    }

    /** The notebook as values: present when the document is valid format 4.0 to 4.5. */
    public Optional<Notebook> notebook() {
        boolean typed =
                root != null && major() == 4 && minor() <= 5 && problems().isEmpty();
        return typed ? Optional.of(Notebook.fromValid(Objects.requireNonNull(root))) : Optional.empty();
    }

    @Nullable
    ObjectNode tree() {
        return root;
    }

    @Override
    public String toString() {
        return "NotebookDocument[" + bytes.length + " bytes, format " + major() + "." + minor() + "]";
    }
}
