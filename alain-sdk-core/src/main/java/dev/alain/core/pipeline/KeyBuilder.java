package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.stage.StageKey;
import java.util.List;

/** Builds the key of a stage's result from everything that the result depends on, and nothing else. */
final class KeyBuilder {
    /** Raised when the stored form of a result changes. */
    private static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode key = MAPPER.createObjectNode();

    KeyBuilder(String stage, int version) {
        key.put("stage", stage).put("stageVersion", version).put("schemaVersion", SCHEMA_VERSION);
        key.put("promptSet", "").put("chatModel", "").put("step", 0).put("repairRound", 0);
        key.putObject("inputs");
        key.putObject("recipe");
        key.putObject("decoding");
    }

    /** The prompts or scripts and who answers them. */
    KeyBuilder teacher(String promptSet, String id) {
        key.put("promptSet", promptSet).put("chatModel", id);
        return this;
    }

    KeyBuilder step(int number) {
        key.put("step", number);
        return this;
    }

    /** How often the result was sent back, and why. */
    KeyBuilder repairRound(int round, List<String> findings) {
        key.put("repairRound", round);
        return findings.isEmpty() ? this : input("findings", findings);
    }

    /** An input by the hash of its content. */
    KeyBuilder input(String name, String sha256) {
        ((ObjectNode) key.get("inputs")).put(name, sha256);
        return this;
    }

    KeyBuilder input(String name, Object value) {
        return input(name, hash(value));
    }

    /** The hash of a value's content. */
    static String hash(Object value) {
        return CanonicalJson.sha256(MAPPER.<JsonNode>valueToTree(value));
    }

    /** Only the fields of the recipe that the stage declares. */
    KeyBuilder recipe(Recipe recipe, String... fields) {
        JsonNode all = MAPPER.valueToTree(recipe);
        for (String field : fields) {
            ((ObjectNode) key.get("recipe")).set(field, all.path(field));
        }
        key.put("seed", recipe.seed());
        return this;
    }

    StageKey build() {
        return new StageKey(CanonicalJson.sha256(key));
    }
}
