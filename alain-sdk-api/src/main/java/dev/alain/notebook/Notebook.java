package dev.alain.notebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Jupyter notebook of format 4 as immutable values.
 *
 * <p>Metadata is open and kept as it is; equal notebooks have equal bytes.
 */
public final class Notebook {
    private final int minor;
    private final ObjectNode metadata;
    private final List<Cell> cells;

    private Notebook(int minor, ObjectNode metadata, List<? extends Cell> cells) {
        this.minor = minor;
        this.metadata = metadata.deepCopy();
        this.cells = List.copyOf(cells);
    }

    /** A notebook of format 4.5. */
    public static Notebook of(ObjectNode metadata, List<? extends Cell> cells) {
        return new Notebook(5, Objects.requireNonNull(metadata, "metadata"), cells);
    }

    /**
     * Reads nbformat JSON.
     *
     * @throws NotebookFormatException if it is not valid format 4.0 to 4.5
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Notebook fromJson(JsonNode json) {
        if (!(json instanceof ObjectNode root)) {
            throw new NotebookFormatException(
                    "not a notebook", List.of(new FormatProblem("notebook", "must be a JSON object")));
        }
        NotebookDocument document = NotebookDocument.of(root);
        List<FormatProblem> problems = NotebookFormat.validate(document);
        if (!problems.isEmpty()) {
            throw new NotebookFormatException("not a valid notebook", problems);
        }
        return document.notebook()
                .orElseThrow(() -> new NotebookFormatException(
                        "not a notebook of format 4.0 to 4.5",
                        List.of(new FormatProblem("nbformat", document.major() + "." + document.minor()))));
    }

    static Notebook fromValid(ObjectNode root) {
        List<Cell> cells = new ArrayList<>();
        root.path("cells").forEach(cell -> cells.add(CellJson.read((ObjectNode) cell)));
        return new Notebook(root.path("nbformat_minor").asInt(), (ObjectNode) root.path("metadata"), cells);
    }

    /** The minor version of format 4. */
    public int minor() {
        return minor;
    }

    /** Open metadata, as a copy. */
    public ObjectNode metadata() {
        return metadata.deepCopy();
    }

    /** The cells in order. */
    public List<Cell> cells() {
        return cells;
    }

    /** The code cells in order. */
    public Stream<CodeCell> code() {
        return cells.stream().filter(CodeCell.class::isInstance).map(CodeCell.class::cast);
    }

    /** The markdown cells in order. */
    public Stream<MarkdownCell> markdown() {
        return cells.stream().filter(MarkdownCell.class::isInstance).map(MarkdownCell.class::cast);
    }

    /** The cell with an id. */
    public Optional<Cell> cell(String id) {
        return cells.stream().filter(cell -> cell.id().equals(id)).findFirst();
    }

    /** The same notebook with other cells. */
    public Notebook withCells(List<? extends Cell> changed) {
        return new Notebook(minor, metadata, changed);
    }

    /** The same notebook with other metadata. */
    public Notebook withMetadata(ObjectNode changed) {
        return new Notebook(minor, changed, cells);
    }

    /** The notebook as nbformat JSON. */
    @JsonValue
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var array = json.putArray("cells");
        cells.forEach(cell -> array.add(cell.toJson()));
        json.set("metadata", metadata.deepCopy());
        return json.put("nbformat", 4).put("nbformat_minor", minor);
    }

    /** The canonical bytes, identical to those of {@code nbformat.write}. */
    public byte[] toBytes() {
        return NotebookFormat.write(this);
    }

    /**
     * Writes the canonical bytes to a file, replacing it.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeTo(Path file) throws IOException {
        Files.write(file, toBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notebook notebook
                && minor == notebook.minor
                && metadata.equals(notebook.metadata)
                && cells.equals(notebook.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(minor, cells);
    }

    @Override
    public String toString() {
        return "Notebook[4." + minor + ", " + cells.size() + " cells]";
    }
}
