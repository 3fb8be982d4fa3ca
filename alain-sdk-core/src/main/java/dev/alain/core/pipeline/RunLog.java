package dev.alain.core.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.RunException;
import dev.alain.stage.StageKey;
import dev.alain.store.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.StreamSupport;

/** The files of a run and its manifest, which says which file came from which key. Thread-safe. */
final class RunLog {
    static final String MANIFEST = "manifest.json";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final RunFiles files;
    private final Recipe recipe;
    private final Clock clock;
    private final String teacher;
    private final String startedAt;
    private final Optional<JsonNode> earlier;
    private final ConcurrentMap<String, ObjectNode> written = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ObjectNode> stages = new ConcurrentHashMap<>();

    RunLog(RunFiles files, Recipe recipe, Clock clock, String teacher) {
        this.files = files;
        this.recipe = recipe;
        this.clock = clock;
        this.teacher = teacher;
        this.startedAt = clock.instant().toString();
        this.earlier = manifest(files);
    }

    RunFiles files() {
        return files;
    }

    static byte[] json(Object value) {
        try {
            return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours cannot be written as JSON", e);
        }
    }

    void write(String name, byte[] content, String key) {
        files.write(name, content);
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("file", name).put("key", key).put("sha256", CanonicalJson.sha256(content));
        written.put(name, entry);
    }

    void stage(String name, String key, boolean reused, long millis) {
        ObjectNode entry = MAPPER.createObjectNode();
        stages.put(
                name,
                entry.put("stage", name).put("key", key).put("reused", reused).put("millis", millis));
    }

    /** Milliseconds of each stage, by name. */
    Map<String, Long> millis() {
        Map<String, Long> all = new TreeMap<>();
        stages.forEach((name, entry) -> all.put(name, entry.path("millis").asLong()));
        return all;
    }

    /** What a run that dies now leaves behind. */
    void checkpoint() {
        manifest("running", Optional.empty());
    }

    void manifest(String outcome, Optional<String> problem) {
        ObjectNode manifest = MAPPER.createObjectNode().put("schema_version", 1).put("run_id", files.runId());
        manifest.put("outcome", outcome).put("started_at", startedAt).put("teacher", teacher);
        if (!outcome.equals("running")) {
            manifest.put("ended_at", clock.instant().toString());
        }
        problem.ifPresent(text -> manifest.put("problem", text));
        manifest.set("recipe", MAPPER.valueToTree(recipe));
        ArrayNode stageList = manifest.putArray("stages");
        if (stages.isEmpty()) {
            earlier.ifPresent(known -> known.path("stages").forEach(stageList::add));
        }
        new TreeMap<>(stages).values().forEach(stageList::add);
        ArrayNode fileList = manifest.putArray("files");
        new TreeMap<>(written).values().forEach(fileList::add);
        files.write(MANIFEST, json(manifest));
    }

    /** The key of a stage as an earlier try of this run noted it. */
    Optional<StageKey> earlierKey(String stage) {
        return earlier.map(manifest -> manifest.path("stages")).stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(entry -> entry.path("stage").asText().equals(stage))
                .map(entry -> entry.path("key").asText())
                .filter(key -> key.matches("[0-9a-f]{64}"))
                .map(StageKey::new)
                .findFirst();
    }

    private static Optional<JsonNode> manifest(RunFiles files) {
        return files.read(MANIFEST).map(bytes -> {
            try {
                return MAPPER.readTree(bytes);
            } catch (IOException e) {
                throw new RunException(
                        files.runId(),
                        "the manifest of run " + files.runId() + " cannot be read",
                        false,
                        "Start a new run",
                        e);
            }
        });
    }

    /** The recipe of a run that exists. */
    static Optional<Recipe> recipe(RunFiles files) {
        return manifest(files).map(manifest -> {
            try {
                return MAPPER.treeToValue(manifest.path("recipe"), Recipe.class);
            } catch (JsonProcessingException e) {
                throw new RunException(
                        files.runId(),
                        "the recipe of run " + files.runId() + " cannot be read",
                        false,
                        "Start a new run",
                        e);
            }
        });
    }
}
