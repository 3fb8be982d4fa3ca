package dev.alain.validators.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An example on a rule's page: fenced blocks that make up a notebook.
 *
 * <p>{@code python}, {@code markdown}, {@code raw}: a cell, named c1, c2, …, with {@code [3]} for an execution count,
 * {@code id=x} and {@code tags=a,b}. {@code json metadata}: the notebook's. {@code json cell}, {@code json outputs},
 * {@code json attachments}, {@code stdout}: of the cell before. {@code json document}: the whole file, as it stands.
 * {@code profiles}: what was asked for. {@code settings}: lines {@code name: value}. {@code findings} and {@code fixed}: what the rule says and makes of it.
 */
final class PageExample {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode notebook = MAPPER.createObjectNode();
    private final ArrayNode cells = notebook.putArray("cells");
    private Optional<String> document = Optional.empty();
    private Set<String> profiles = Set.of();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<String> findings = Optional.empty();
    private Optional<String> fixed = Optional.empty();

    private PageExample() {
        notebook.putObject("metadata");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
    }

    /** The examples of a section, in order. */
    static List<PageExample> of(String section) throws JsonProcessingException {
        List<PageExample> examples = new ArrayList<>();
        PageExample current = new PageExample();
        String[] lines = section.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("### ")) {
                current.addTo(examples);
                current = new PageExample();
            } else if (lines[i].startsWith("```")) {
                String fence = lines[i].substring(0, lines[i].lastIndexOf('`') + 1);
                List<String> body = new ArrayList<>();
                String info = lines[i].substring(fence.length());
                for (i++; !lines[i].equals(fence); i++) {
                    body.add(lines[i]);
                }
                current.block(info, SampleSecrets.filledIn(String.join("\n", body)));
            }
        }
        current.addTo(examples);
        return examples;
    }

    private void addTo(List<PageExample> examples) {
        if (!cells.isEmpty() || document.isPresent()) {
            examples.add(this);
        }
    }

    private void block(String info, String body) throws JsonProcessingException {
        switch (info.split(" ", 2)[0]) {
            case "python" -> cell("code", info, body);
            case "markdown", "raw" -> cell(info.split(" ", 2)[0], info, body);
            case "stdout" ->
                ((ArrayNode) last().path("outputs"))
                        .addObject()
                        .put("output_type", "stream")
                        .put("name", "stdout")
                        .put("text", body + "\n");
            case "json" -> json(info, body);
            case "profiles" -> profiles = Set.of(body.split(", ", -1));
            case "settings" ->
                body.lines().forEach(line -> settings.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
            case "findings" -> findings = Optional.of(body);
            case "fixed" -> fixed = Optional.of(body);
            default -> throw new IllegalArgumentException("no such block: " + info);
        }
    }

    private void cell(String type, String info, String source) {
        ObjectNode cell = cells.addObject();
        cell.put("cell_type", type).put("id", "c" + cells.size());
        ObjectNode metadata = cell.putObject("metadata");
        cell.put("source", source);
        if (type.equals("code")) {
            cell.putNull("execution_count");
            cell.putArray("outputs");
        }
        for (String word : info.split(" ", -1)) {
            if (word.startsWith("[")) {
                cell.put("execution_count", Integer.parseInt(word.substring(1, word.length() - 1)));
            } else if (word.startsWith("id=")) {
                cell.put("id", word.substring(3));
            } else if (word.startsWith("tags=")) {
                ArrayNode tags = metadata.putArray("tags");
                List.of(word.substring(5).split(",", -1)).forEach(tags::add);
            }
        }
    }

    private void json(String info, String body) throws JsonProcessingException {
        if (info.equals("json document")) {
            document = Optional.of(body);
            return;
        }
        JsonNode value = MAPPER.readTree(body);
        switch (info) {
            case "json metadata" -> notebook.set("metadata", value);
            case "json cell" -> last().set("metadata", value);
            case "json outputs" -> last().set("outputs", value);
            case "json attachments" -> last().set("attachments", value);
            default -> throw new IllegalArgumentException("no such block: " + info);
        }
    }

    private ObjectNode last() {
        return (ObjectNode) cells.get(cells.size() - 1);
    }

    NotebookDocument document() {
        return document.map(text -> NotebookDocument.read(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> NotebookDocument.of(notebook));
    }

    Set<String> profiles() {
        return profiles;
    }

    Map<String, String> settings() {
        return settings;
    }

    Optional<String> findings() {
        return findings;
    }

    Optional<String> fixed() {
        return fixed;
    }
}
