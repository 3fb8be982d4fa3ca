package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.function.Consumer;

/** Format 4 on disk: what {@code nbformat.write} splits into lines, joins, and leaves out. */
final class NotebookWriter {
    private static final Set<String> TRANSIENT_ROOT = Set.of("orig_nbformat", "orig_nbformat_minor", "signature");
    private static final Set<String> TRANSIENT_CELL = Set.of("trusted");
    private static final Set<String> NOTHING = Set.of();

    private final CanonicalWriter out = new CanonicalWriter(false, ",");

    private NotebookWriter() {}

    static byte[] write(JsonNode notebook) {
        NotebookWriter writer = new NotebookWriter();
        writer.notebook(notebook);
        return writer.out.bytesWithFinalNewline();
    }

    private void notebook(JsonNode notebook) {
        fields(notebook, NOTHING, (key, value) -> {
            switch (key) {
                case "cells" -> each(value, this::cell);
                case "metadata" -> fields(value, TRANSIENT_ROOT, (k, v) -> out.value(v));
                default -> out.value(value);
            }
        });
    }

    private void cell(JsonNode cell) {
        boolean code = "code".equals(cell.path("cell_type").asText());
        fields(cell, NOTHING, (key, value) -> {
            switch (key) {
                case "source" -> text(value);
                case "metadata" -> fields(value, TRANSIENT_CELL, (k, v) -> out.value(v));
                case "attachments" -> fields(value, NOTHING, (k, v) -> bundle(v));
                case "outputs" -> {
                    if (code) {
                        each(value, this::output);
                    } else {
                        out.value(value);
                    }
                }
                default -> out.value(value);
            }
        });
    }

    private void output(JsonNode output) {
        String type = output.path("output_type").asText("");
        boolean data = type.equals("execute_result") || type.equals("display_data");
        fields(output, NOTHING, (key, value) -> {
            if (data && key.equals("data")) {
                bundle(value);
            } else if (!data && key.equals("text") && !type.isEmpty()) {
                streamText(type, value);
            } else {
                out.value(value);
            }
        });
    }

    private void streamText(String type, JsonNode value) {
        if (type.equals("stream")) {
            text(value);
        } else if (Lines.isListOfStrings(value)) {
            out.value(TextNode.valueOf(Lines.joined(value)));
        } else {
            out.value(value);
        }
    }

    private void bundle(JsonNode bundle) {
        fields(bundle, NOTHING, (mime, value) -> {
            boolean lines =
                    mime.startsWith("text/") || mime.equals("application/javascript") || mime.equals("image/svg+xml");
            boolean json = mime.equals("application/json") || mime.startsWith("application/") && mime.endsWith("+json");
            if (lines) {
                text(value);
            } else if (!json && Lines.isListOfStrings(value)) {
                out.value(TextNode.valueOf(Lines.joined(value)));
            } else {
                out.value(value);
            }
        });
    }

    /** A multi-line string, whatever way it came in; anything else is left as it is. */
    private void text(JsonNode value) {
        if (value.isTextual()) {
            out.lines(value.textValue());
        } else if (Lines.isListOfStrings(value)) {
            out.lines(Lines.joined(value));
        } else {
            out.value(value);
        }
    }

    private void each(JsonNode array, Consumer<JsonNode> write) {
        if (!array.isArray() || array.isEmpty()) {
            out.value(array);
            return;
        }
        out.open('[');
        for (int i = 0; i < array.size(); i++) {
            out.item(i == 0);
            write.accept(array.get(i));
        }
        out.close(']');
    }

    private void fields(JsonNode object, Set<String> leftOut, FieldWriter write) {
        if (!object.isObject()) {
            out.value(object);
            return;
        }
        boolean first = true;
        for (String key : CanonicalWriter.sortedKeys(object)) {
            if (leftOut.contains(key)) {
                continue;
            }
            if (first) {
                out.open('{');
            }
            out.item(first);
            first = false;
            out.key(key);
            write.write(key, object.get(key));
        }
        if (first) {
            out.empty(false);
        } else {
            out.close('}');
        }
    }

    @FunctionalInterface
    private interface FieldWriter {
        void write(String key, JsonNode value);
    }
}
