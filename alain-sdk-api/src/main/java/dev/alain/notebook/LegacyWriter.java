package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Formats 2 and 3 on disk: worksheets, other names for the same things, ASCII only. */
final class LegacyWriter {
    private static final List<String> OUTPUT_TEXTS = List.of("text", "html", "svg", "latex", "javascript", "json");
    private static final List<String> CELL_TEXTS = List.of("source", "rendered");

    private LegacyWriter() {}

    static byte[] write(JsonNode notebook, int major) {
        ObjectNode copy = notebook.deepCopy();
        if (major == 3) {
            copy.remove(List.of("orig_nbformat", "orig_nbformat_minor"));
        }
        for (JsonNode sheet : copy.path("worksheets")) {
            for (JsonNode cell : sheet.path("cells")) {
                if (cell instanceof ObjectNode object) {
                    splitTexts(object, major);
                }
            }
        }
        CanonicalWriter out = new CanonicalWriter(true, ",");
        out.value(copy);
        return out.bytesWithFinalNewline();
    }

    private static void splitTexts(ObjectNode cell, int major) {
        if (major == 3) {
            cell.remove("trusted");
            if (cell.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("trusted");
            }
        }
        if (cell.path("cell_type").asText().equals("code")) {
            split(cell, "input", major);
            for (JsonNode output : cell.path("outputs")) {
                OUTPUT_TEXTS.forEach(key -> split(output, key, major));
            }
        } else {
            CELL_TEXTS.forEach(key -> split(cell, key, major));
        }
    }

    private static void split(JsonNode holder, String key, int major) {
        JsonNode value = holder.path(key);
        if (holder instanceof ObjectNode object && (value.isTextual() || Lines.isListOfStrings(value))) {
            var lines = object.putArray(key);
            for (String line : Lines.split(joined(value, major))) {
                lines.add(major == 3 ? line : withoutEnd(line));
            }
        }
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        if (Lines.endOfLine(line + "x", 0) <= line.length()) {
            end -= line.endsWith("\r\n") ? 2 : 1;
        }
        return line.substring(0, end);
    }

    /** Lists made by {@code splitlines()} lost their line ends; lists made by {@code splitlines(True)} kept them. */
    static String joined(JsonNode value, int major) {
        if (value.isTextual() || value.isEmpty()) {
            return value.asText("");
        }
        String first = value.get(0).asText();
        if (major == 3 && (first.endsWith("\n") || first.endsWith("\r"))) {
            return Lines.joined(value);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(value.get(i).asText());
        }
        return text.toString();
    }

    /** The same tree with every multi-line text as one string, as Python holds it in memory. */
    static ObjectNode joinedTexts(ObjectNode notebook, int major) {
        ObjectNode copy = notebook.deepCopy();
        for (JsonNode sheet : copy.path("worksheets")) {
            for (JsonNode cell : sheet.path("cells")) {
                join(cell, "input", major);
                CELL_TEXTS.forEach(key -> join(cell, key, major));
                for (JsonNode output : cell.path("outputs")) {
                    OUTPUT_TEXTS.forEach(key -> join(output, key, major));
                }
            }
        }
        return copy;
    }

    private static void join(JsonNode holder, String key, int major) {
        if (holder instanceof ObjectNode object && Lines.isListOfStrings(holder.path(key))) {
            object.set(key, TextNode.valueOf(joined(holder.path(key), major)));
        }
    }
}
