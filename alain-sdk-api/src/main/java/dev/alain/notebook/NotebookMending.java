package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Makes a strictly valid notebook of format 4.5 of whatever has cells, keeping every text. */
final class NotebookMending {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CellIds ids;
    private final Set<String> seen = new HashSet<>();

    NotebookMending(CellIds ids) {
        this.ids = ids;
    }

    /** Returns a new tree; the given one is left as it is. */
    ObjectNode mend(ObjectNode document) {
        ObjectNode current = document.has("worksheets") && !document.has("cells")
                ? new NotebookUpgrade(CellIds.fromContent(), true).upgrade(document, 3, 0)
                : document.deepCopy();
        boolean oldIds = document.has("worksheets");
        ObjectNode mended = JSON.objectNode();
        ArrayNode cells = mended.putArray("cells");
        for (JsonNode cell : current.path("cells")) {
            if (cell instanceof ObjectNode object) {
                cells.add(cell(object, oldIds));
            }
        }
        mended.set("metadata", metadata(current.path("metadata")));
        return mended.put("nbformat", 4).put("nbformat_minor", 5);
    }

    private static ObjectNode metadata(JsonNode given) {
        ObjectNode metadata = given instanceof ObjectNode object ? object : JSON.objectNode();
        keepIf(metadata, "kernelspec", isNamed(metadata.path("kernelspec")));
        JsonNode kernel = metadata.path("kernelspec");
        if (kernel instanceof ObjectNode named && !named.path("display_name").isTextual()) {
            named.put("display_name", named.path("name").asText());
        }
        languageInfo(metadata);
        metadata.remove("orig_nbformat");
        keepIf(metadata, "title", metadata.path("title").isTextual());
        keepIf(metadata, "authors", metadata.path("authors").isArray());
        return metadata;
    }

    private static void languageInfo(ObjectNode metadata) {
        JsonNode language = metadata.path("language_info");
        keepIf(metadata, "language_info", isNamed(language));
        if (language instanceof ObjectNode info) {
            for (String key : new String[] {"file_extension", "mimetype", "pygments_lexer"}) {
                keepIf(info, key, info.path(key).isTextual());
            }
            JsonNode mode = info.path("codemirror_mode");
            keepIf(info, "codemirror_mode", mode.isTextual() || mode.isObject());
        }
    }

    private static boolean isNamed(JsonNode node) {
        return node.isObject() && node.path("name").isTextual();
    }

    private static void keepIf(ObjectNode object, String key, boolean keep) {
        if (!keep) {
            object.remove(key);
        }
    }

    private ObjectNode cell(ObjectNode given, boolean oldIds) {
        String type = type(given.path("cell_type").asText());
        String source = Lines.joined(given.path("source"));
        ObjectNode cell = JSON.objectNode();
        cell.put("cell_type", type);
        cell.put("id", id(oldIds ? "" : given.path("id").asText(""), type, source));
        cell.set("metadata", cellMetadata(given.path("metadata")));
        cell.put("source", source);
        if (type.equals("code")) {
            JsonNode count = given.path("execution_count");
            cell.set("execution_count", isCount(count) ? count : JSON.nullNode());
            cell.set("outputs", outputs(given.path("outputs")));
        } else if (given.path("attachments") instanceof ObjectNode files) {
            cell.set("attachments", attachments(files));
        }
        return cell;
    }

    private static String type(String given) {
        return switch (given) {
            case "code", "markdown", "raw" -> given;
            case "heading", "html" -> "markdown";
            default -> "raw";
        };
    }

    private String id(String given, String type, String source) {
        String id = isId(given) ? given : ids.next(type, source);
        while (!seen.add(id)) {
            id = ids.next(type, source);
        }
        return id;
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= 64 && text.chars().allMatch(NotebookMending::isIdCharacter);
    }

    private static boolean isIdCharacter(int c) {
        return c == '-' || c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isCount(JsonNode count) {
        return count.isIntegralNumber() && count.bigIntegerValue().signum() >= 0;
    }

    private static ObjectNode cellMetadata(JsonNode given) {
        ObjectNode metadata = given instanceof ObjectNode object ? object : JSON.objectNode();
        String name = metadata.path("name").asText("");
        keepIf(metadata, "name", !name.isEmpty() && name.indexOf('\n') < 0);
        keepIf(metadata, "collapsed", metadata.path("collapsed").isBoolean());
        JsonNode scrolled = metadata.path("scrolled");
        keepIf(metadata, "scrolled", scrolled.isBoolean() || scrolled.asText().equals("auto"));
        keepIf(metadata, "deletable", metadata.path("deletable").isBoolean());
        keepIf(metadata, "editable", metadata.path("editable").isBoolean());
        keepIf(metadata, "format", metadata.path("format").isTextual());
        keepIf(metadata, "jupyter", metadata.path("jupyter").isObject());
        execution(metadata);
        tags(metadata);
        return metadata;
    }

    private static void execution(ObjectNode metadata) {
        if (metadata.path("execution") instanceof ObjectNode times) {
            for (Iterator<JsonNode> values = times.elements(); values.hasNext(); ) {
                if (!values.next().isTextual()) {
                    values.remove();
                }
            }
        } else {
            metadata.remove("execution");
        }
    }

    private static void tags(ObjectNode metadata) {
        JsonNode given = metadata.path("tags");
        if (given.isMissingNode()) {
            return;
        }
        Set<String> unique = new java.util.LinkedHashSet<>();
        given.forEach(tag -> unique.add(tag.asText().replace(",", " ").strip()));
        unique.remove("");
        ArrayNode tags = metadata.putArray("tags");
        unique.forEach(tags::add);
    }

    private static ArrayNode outputs(JsonNode given) {
        ArrayNode outputs = JSON.arrayNode();
        for (JsonNode output : given) {
            ObjectNode mended = output(output);
            if (!mended.isEmpty()) {
                outputs.add(mended);
            }
        }
        return outputs;
    }

    /** An output with the keys of its type; empty when the type is not known. */
    private static ObjectNode output(JsonNode given) {
        String type = given.path("output_type").asText();
        ObjectNode output = JSON.objectNode().put("output_type", type);
        switch (type) {
            case "stream" -> {
                output.put("name", given.path("name").asText("stdout"));
                output.put("text", Lines.joined(given.path("text")));
            }
            case "display_data", "execute_result" -> {
                output.set("data", bundle(given.path("data")));
                output.set("metadata", given.path("metadata").isObject() ? given.path("metadata") : JSON.objectNode());
                if (type.equals("execute_result")) {
                    JsonNode count = given.path("execution_count");
                    output.set("execution_count", isCount(count) ? count : JSON.nullNode());
                }
            }
            case "error" -> {
                output.put("ename", given.path("ename").asText());
                output.put("evalue", given.path("evalue").asText());
                ArrayNode lines = output.putArray("traceback");
                given.path("traceback").forEach(line -> lines.add(line.asText()));
            }
            default -> output.removeAll();
        }
        return output;
    }

    private static ObjectNode attachments(ObjectNode given) {
        ObjectNode files = JSON.objectNode();
        given.properties().forEach(file -> files.set(file.getKey(), bundle(file.getValue())));
        return files;
    }

    private static ObjectNode bundle(JsonNode given) {
        ObjectNode bundle = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            JsonNode value = field.getValue();
            boolean fits = isJson(field.getKey()) || value.isTextual() || Lines.isListOfStrings(value);
            bundle.set(field.getKey(), fits ? value : JSON.textNode(value.toString()));
        }
        return bundle;
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }
}
