package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Cells between values and nbformat JSON. */
final class CellJson {
    private CellJson() {}

    /** What every kind of cell has. */
    static ObjectNode of(Cell cell) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("cell_type", cell.type());
        if (!cell.id().isEmpty()) {
            json.put("id", cell.id());
        }
        json.set("metadata", cell.metadata());
        json.put("source", cell.source());
        return json;
    }

    /** Reads a cell that was found valid. */
    static Cell read(ObjectNode cell) {
        String id = cell.path("id").asText("");
        String source = Lines.joined(cell.path("source"));
        String type = cell.path("cell_type").asText();
        if (type.equals("code")) {
            return CodeCell.read(id, source, cell);
        }
        ObjectNode metadata = (ObjectNode) cell.path("metadata");
        JsonNode attachments = cell.path("attachments");
        ObjectNode files = attachments.isObject() ? (ObjectNode) attachments : null;
        return type.equals("markdown")
                ? new MarkdownCell(id, source, metadata, files)
                : new RawCell(id, source, metadata, files);
    }
}
