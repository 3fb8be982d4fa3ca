package dev.alain.core.repository;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notebook of a repository, its outputs left out.
 *
 * @param kernel as the notebook names it; empty when it does not
 * @param cells the code cells without magics and shell lines
 */
record NotebookFile(String kernel, List<TextLine> cells) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads JSON of the formats 3 and 4; empty for what is no notebook. */
    static Optional<NotebookFile> read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        JsonNode cells = root.path("cells").isArray()
                ? root.path("cells")
                : root.path("worksheets").path(0).path("cells");
        if (!cells.isArray()) {
            return Optional.empty();
        }
        JsonNode metadata = root.path("metadata");
        String kernel = metadata.path("kernelspec")
                .path("name")
                .asText(metadata.path("language_info").path("name").asText(""));
        List<TextLine> code = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : cells) {
            if (cell.path("cell_type").asText().equals("code")) {
                JsonNode source = cell.has("source") ? cell.path("source") : cell.path("input");
                code.add(new TextLine(python(text(source)), number));
            }
            number++;
        }
        return Optional.of(new NotebookFile(kernel, List.copyOf(code)));
    }

    private static String text(JsonNode source) {
        StringBuilder text = new StringBuilder(source.asText(""));
        source.forEach(line -> text.append(line.asText("")));
        return text.toString();
    }

    private static String python(String cell) {
        boolean otherLanguage = cell.stripLeading().startsWith("%%")
                && !cell.stripLeading().startsWith("%%time")
                && !cell.stripLeading().startsWith("%%capture");
        StringBuilder kept = new StringBuilder();
        for (String line : otherLanguage ? new String[0] : cell.split("\n", -1)) {
            String start = line.stripLeading();
            boolean magic = start.startsWith("%") || start.startsWith("!") || start.startsWith("?");
            kept.append(magic ? "" : line).append('\n');
        }
        return kept.toString();
    }
}
