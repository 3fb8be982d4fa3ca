package dev.alain.samples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;

/** Makes a longer notebook of one by repeating its cells. */
final class Copies {
    private Copies() {}

    static byte[] of(byte[] notebook, int times) {
        if (times == 1) {
            return notebook;
        }
        ObjectNode root = (ObjectNode) NotebookDocument.read(notebook).json().orElseThrow();
        ArrayNode cells = root.arrayNode();
        for (int i = 0; i < times; i++) {
            for (JsonNode cell : root.path("cells")) {
                ObjectNode copy = cell.deepCopy();
                if (copy.has("id") && i > 0) {
                    String id = copy.path("id").asText() + "-" + i;
                    copy.put("id", id.substring(Math.max(0, id.length() - 64)));
                }
                cells.add(copy);
            }
        }
        root.set("cells", cells);
        return NotebookFormat.write(NotebookDocument.of(root));
    }
}
