package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.assemble.AlainMetadata;
import dev.alain.core.assemble.NotebookMetrics;
import dev.alain.notebook.Notebook;

/** Brings hashes and figures in the metadata up to date after fixes. */
final class Stamp {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Stamp() {}

    static Notebook renewed(Notebook notebook) {
        ObjectNode metadata = notebook.metadata();
        if (!(metadata.path("alain") instanceof ObjectNode alain)) {
            return notebook;
        }
        ObjectNode before = alain.path("cells") instanceof ObjectNode cells ? cells : MAPPER.createObjectNode();
        ObjectNode after = MAPPER.createObjectNode();
        notebook.cells().forEach(cell -> {
            ObjectNode entry = before.path(cell.id()) instanceof ObjectNode known
                    ? known.deepCopy()
                    : MAPPER.createObjectNode().put("role", "fix");
            after.set(cell.id(), entry.put("sha256", AlainMetadata.sha256(cell.source())));
        });
        alain.set("cells", after);
        alain.set("metrics", AlainMetadata.figures(NotebookMetrics.of(notebook.cells())));
        return notebook.withMetadata(metadata);
    }
}
