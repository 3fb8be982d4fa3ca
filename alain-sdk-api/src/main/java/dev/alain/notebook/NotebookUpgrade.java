package dev.alain.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings formats 2, 3 and 4.0 to 4.4 up to 4.5, as {@code nbformat.v4.upgrade} does, with ids from a given source. */
final class NotebookUpgrade {
    private static final Map<String, String> MIME_OF_ALIAS = Map.of(
            "text", "text/plain",
            "html", "text/html",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpeg", "image/jpeg",
            "latex", "text/latex",
            "json", "application/json",
            "javascript", "application/javascript");
    private static final Set<String> OUTPUT_OWN_KEYS = Set.of("output_type", "execution_count", "metadata");

    private final CellIds ids;
    private final boolean mendPrompts;

    /**
     * @param mendPrompts whether a prompt that is no number, such as the "*" of a running cell, becomes null; nbformat
     *     keeps it and the result is invalid
     */
    NotebookUpgrade(CellIds ids, boolean mendPrompts) {
        this.ids = ids;
        this.mendPrompts = mendPrompts;
    }

    /** Returns a new tree; the given one is left as it is. */
    ObjectNode upgrade(ObjectNode notebook, int major, int minor) {
        ObjectNode copy = major < 4 ? LegacyWriter.joinedTexts(notebook, major) : notebook.deepCopy();
        if (major < 4) {
            flattenWorksheets(copy);
        }
        copy.put("nbformat", 4).put("nbformat_minor", 5);
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("orig_nbformat", "orig_nbformat_minor"));
            if (major < 4) {
                metadata.remove(List.of("name", "signature"));
            }
        }
        giveIds(copy.path("cells"), minor >= 5 && major == 4);
        return copy;
    }

    private void flattenWorksheets(ObjectNode notebook) {
        ArrayNode cells = notebook.arrayNode();
        for (JsonNode sheet : notebook.path("worksheets")) {
            for (JsonNode cell : sheet.path("cells")) {
                cells.add(cell instanceof ObjectNode object ? upgradeCell(object) : cell);
            }
        }
        notebook.remove(List.of("worksheets", "orig_nbformat", "orig_nbformat_minor"));
        notebook.set("cells", cells);
    }

    private ObjectNode upgradeCell(ObjectNode cell) {
        ObjectNode metadata = cell.withObjectProperty("metadata");
        switch (cell.path("cell_type").asText()) {
            case "code" -> upgradeCode(cell, metadata);
            case "heading" -> upgradeHeading(cell);
            case "html" -> cell.put("cell_type", "markdown");
            default -> {}
        }
        return cell;
    }

    private void upgradeCode(ObjectNode cell, ObjectNode metadata) {
        cell.remove("language");
        move(cell, "collapsed", metadata, "collapsed");
        JsonNode input = cell.remove("input");
        cell.set("source", input == null ? TextNode.valueOf("") : input);
        cell.set("execution_count", countOrNull(cell, cell.remove("prompt_number")));
        for (JsonNode output : cell.path("outputs")) {
            if (output instanceof ObjectNode object) {
                upgradeOutput(object);
            }
        }
    }

    private JsonNode countOrNull(ObjectNode cell, @Nullable JsonNode prompt) {
        if (prompt == null || (mendPrompts && !prompt.isIntegralNumber())) {
            return cell.nullNode();
        }
        return prompt;
    }

    private static void upgradeHeading(ObjectNode cell) {
        JsonNode level = cell.remove("level");
        StringBuilder line = new StringBuilder("#".repeat(level == null ? 1 : Math.max(0, level.asInt(1))));
        String separator = " ";
        for (String part : Lines.split(Lines.joined(cell.path("source")))) {
            line.append(separator).append(part.stripTrailing().isEmpty() ? "" : withoutLineEnd(part));
        }
        cell.put("cell_type", "markdown");
        cell.put("source", Lines.split(Lines.joined(cell.path("source"))).isEmpty() ? line + " " : line.toString());
    }

    private static String withoutLineEnd(String line) {
        return line.replaceAll("[\\n\\r\\u000b\\f\\u001c-\\u001e\\u0085\\u2028\\u2029]+$", "");
    }

    private void upgradeOutput(ObjectNode output) {
        switch (output.path("output_type").asText()) {
            case "pyout" -> {
                output.put("output_type", "execute_result");
                output.set("execution_count", countOrNull(output, output.remove("prompt_number")));
                moveData(output);
            }
            case "display_data" -> moveData(output);
            case "pyerr" -> output.put("output_type", "error");
            case "stream" -> {
                JsonNode stream = output.remove("stream");
                output.set("name", stream == null ? TextNode.valueOf("stdout") : stream);
            }
            default -> {}
        }
    }

    private static void moveData(ObjectNode output) {
        ObjectNode metadata = output.withObjectProperty("metadata");
        ObjectNode data = output.objectNode();
        for (String key : CanonicalWriter.sortedKeys(output)) {
            if (!OUTPUT_OWN_KEYS.contains(key)) {
                move(output, key, data, MIME_OF_ALIAS.getOrDefault(key, key));
            }
        }
        for (String key : CanonicalWriter.sortedKeys(metadata)) {
            move(metadata, key, metadata, MIME_OF_ALIAS.getOrDefault(key, key));
        }
        parseJson(data);
        output.set("data", data);
    }

    /** Format 3 kept JSON data as text. */
    private static void parseJson(ObjectNode data) {
        JsonNode text = data.path("application/json");
        if (text.isTextual()) {
            try {
                data.set("application/json", NotebookReader.MAPPER.readTree(text.textValue()));
            } catch (JsonProcessingException e) {
                data.set("application/json", text);
            }
        }
    }

    private static void move(ObjectNode from, String key, ObjectNode to, String newKey) {
        JsonNode value = from.remove(key);
        if (value != null) {
            to.set(newKey, value);
        }
    }

    private void giveIds(JsonNode cells, boolean keepExisting) {
        Set<String> seen = new HashSet<>();
        for (JsonNode cell : cells) {
            if (cell instanceof ObjectNode object) {
                boolean keep = keepExisting
                        && object.has("id")
                        && seen.add(object.path("id").asText());
                if (!keep) {
                    String id = ids.next(object.path("cell_type").asText(), Lines.joined(object.path("source")));
                    object.put("id", id);
                    seen.add(id);
                }
            }
        }
    }
}
