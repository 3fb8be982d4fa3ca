package dev.alain.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A cell of code, with what it printed when it was last run. */
public final class CodeCell implements Cell {
    private final String id;
    private final String source;
    private final ObjectNode metadata;
    private final List<Output> outputs;
    private final Optional<BigInteger> executionCount;

    private CodeCell(
            String id, String source, ObjectNode metadata, List<Output> outputs, Optional<BigInteger> executionCount) {
        this.id = Objects.requireNonNull(id, "id");
        this.source = Objects.requireNonNull(source, "source");
        this.metadata = metadata.deepCopy();
        this.outputs = List.copyOf(outputs);
        this.executionCount = executionCount;
    }

    /** A cell that has not been run. */
    public static CodeCell of(String id, String source, String... tags) {
        return new CodeCell(id, source, Cell.tagged(tags), List.of(), Optional.empty());
    }

    static CodeCell read(String id, String source, ObjectNode cell) {
        var count = cell.path("execution_count");
        List<Output> outputs = Outputs.read(cell.path("outputs"));
        return new CodeCell(
                id,
                source,
                (ObjectNode) cell.path("metadata"),
                outputs,
                count.isNull() ? Optional.empty() : Optional.of(count.bigIntegerValue()));
    }

    /** What the cell printed, in order. */
    public List<Output> outputs() {
        return outputs;
    }

    /** The kernel's count when the cell was last run; empty when it was not. */
    public Optional<BigInteger> executionCount() {
        return executionCount;
    }

    /** The same cell as if it had never been run. */
    public CodeCell withoutOutputs() {
        return new CodeCell(id, source, metadata, List.of(), Optional.empty());
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

    @Override
    public String type() {
        return "code";
    }

    /** The same cell with another text; its outputs are dropped, because they belong to the old one. */
    @Override
    public CodeCell withSource(String changed) {
        return new CodeCell(id, changed, metadata, List.of(), Optional.empty());
    }

    @Override
    public CodeCell withMetadata(ObjectNode changed) {
        return new CodeCell(id, source, changed, outputs, executionCount);
    }

    @Override
    public CodeCell withoutAttachment(String name) {
        return this;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = CellJson.of(this);
        executionCount.ifPresentOrElse(
                count -> json.put("execution_count", count), () -> json.putNull("execution_count"));
        ArrayNode array = json.putArray("outputs");
        outputs.forEach(output -> array.add(output.toJson()));
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeCell cell && toJson().equals(cell.toJson());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, source);
    }

    @Override
    public String toString() {
        return "CodeCell[id=" + id + ", source=" + source + ", outputs=" + outputs.size() + "]";
    }
}
