package dev.alain.core.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.RunException;
import dev.alain.core.pipeline.StageRunner.Result;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.core.teach.WrittenSection;
import dev.alain.notebook.Notebook;
import dev.alain.stage.StageKey;
import dev.alain.stage.StageTask;
import dev.alain.store.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.StreamSupport;

/** The files of a run and its manifest, which says which file came from which key. Thread-safe. */
final class RunLog {
    static final String MANIFEST = "manifest.json";

    /** Of the manifest; a run of a later release is left alone. */
    private static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final RunFiles files;
    private final Recipe recipe;
    private final Clock clock;
    private final String teacher;
    private final String startedAt;
    private final Optional<JsonNode> earlier;
    private final ReentrantLock order = new ReentrantLock();
    private final ConcurrentMap<String, ObjectNode> written = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ObjectNode> stages = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Pending> pending = new ConcurrentHashMap<>();

    /** A file to be written. */
    private static final class Pending {
        private final byte[] content;
        private final String key;

        Pending(byte[] content, String key) {
            this.content = content;
            this.key = key;
        }

        byte[] content() {
            return content;
        }

        String key() {
            return key;
        }
    }

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

    /** Written with the next {@link #flush}: a file that the manifest names is taken out of it before it is replaced. */
    void write(String name, byte[] content, String key) {
        pending.put(name, new Pending(content, key));
    }

    /** Written at once, for audit. */
    void writeNow(String name, byte[] content) {
        order.lock();
        try {
            replace(Map.of(name, new Pending(content, "")));
        } finally {
            order.unlock();
        }
    }

    /** Writes what is pending; the results themselves are in the store already. */
    void flush() {
        order.lock();
        try {
            Map<String, Pending> all = new TreeMap<>(pending);
            replace(all);
            all.forEach(pending::remove);
        } finally {
            order.unlock();
        }
    }

    private void replace(Map<String, Pending> all) {
        if (written.keySet().removeAll(all.keySet())) {
            checkpoint();
        }
        Map<String, byte[]> contents = new TreeMap<>();
        all.forEach((name, file) -> contents.put(name, file.content()));
        files.writeAll(contents);
        all.forEach((name, file) -> written.put(
                name,
                MAPPER.createObjectNode()
                        .put("file", name)
                        .put("key", file.key())
                        .put("sha256", CanonicalJson.sha256(file.content()))));
    }

    /** A result as a file of the run; it is in the store already. */
    void keep(StageTask task, Result<?> result) {
        ObjectNode entry = MAPPER.createObjectNode().put("stage", task.name());
        entry.put("key", result.key().hex()).put("reused", result.reused()).put("millis", result.millis());
        Object value = result.value();
        if (value instanceof WrittenOutline outline) {
            entry.set("account", MAPPER.valueToTree(outline.account()));
            write("outline.json", json(outline.outline()), result.key().hex());
        } else if (value instanceof WrittenSection section) {
            entry.set("account", MAPPER.valueToTree(section.account()));
            write(
                    "sections/%02d.json".formatted(task.step()),
                    json(section.section()),
                    result.key().hex());
        } else if (value instanceof Notebook notebook) {
            write("notebook.ipynb", notebook.toBytes(), result.key().hex());
        } else {
            write("research.json", json(value), result.key().hex());
        }
        stages.put(task.name(), entry);
        if (task.equals(StageTask.RESEARCH)) {
            checkpoint(); // a run that is resumed reads what was read, though its source may have changed
        }
    }

    /** Milliseconds of each stage, by name. */
    Map<String, Long> millis() {
        Map<String, Long> all = new TreeMap<>();
        stages.forEach((name, entry) -> all.put(name, entry.path("millis").asLong()));
        return all;
    }

    /** What a run that dies now leaves behind. */
    private void checkpoint() {
        manifest("running", Optional.empty());
    }

    /** One after another: an older manifest must not replace a newer one. */
    void manifest(String outcome, Optional<String> problem) {
        order.lock();
        try {
            files.write(MANIFEST, json(manifestOf(outcome, problem)));
        } finally {
            order.unlock();
        }
    }

    private ObjectNode manifestOf(String outcome, Optional<String> problem) {
        ObjectNode manifest =
                MAPPER.createObjectNode().put("schema_version", SCHEMA_VERSION).put("run_id", files.runId());
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
        return manifest;
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
                JsonNode manifest = MAPPER.readTree(bytes);
                if (manifest.path("schema_version").asInt() > SCHEMA_VERSION) {
                    throw new RunException(
                            files.runId(),
                            "run " + files.runId() + " was written by a later release",
                            false,
                            "Resume it with that release, or start a new run");
                }
                return manifest;
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

    /** Who began a run that exists; empty when nobody knows. */
    static String teacher(RunFiles files) {
        return manifest(files)
                .map(manifest -> manifest.path("teacher").asText(""))
                .orElse("");
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
