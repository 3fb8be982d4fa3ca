package dev.alain.samples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.alain.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Options of rules in a file: the section {@code validation} of {@code alain.yaml}, or an object with its keys alone. */
final class ValidationConfig {
    private static final String SECTION = "validation";
    private static final Set<String> OTHER_SECTIONS = Set.of("provider", "research", "store");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ValidationConfig() {}

    /** The file of a folder, when it is there and has the section. */
    static Optional<Path> in(Path folder) throws IOException {
        Path file = folder.resolve("alain.yaml");
        boolean there = Files.isRegularFile(file) && tree(file).has(SECTION);
        return there ? Optional.of(file) : Optional.empty();
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws IllegalArgumentException if something is not understood, naming file and key
     */
    static ValidationOptions read(Path file) throws IOException {
        JsonNode tree = tree(file);
        JsonNode section = tree.has(SECTION) ? tree.path(SECTION) : tree;
        Set<String> keys = new TreeSet<>();
        tree.fieldNames().forEachRemaining(keys::add);
        boolean ofOthers = !tree.has(SECTION) && !keys.isEmpty() && OTHER_SECTIONS.containsAll(keys);
        if (ofOthers || section.isNull() || section.isMissingNode()) {
            return ValidationOptions.DEFAULTS;
        }
        try {
            return ValidationOptions.fromJson(section);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + (tree.has(SECTION) ? ": " + SECTION : "") + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{") ? MAPPER.readTree(text) : yaml(text);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not YAML: " + e.getMessage(), e);
        }
    }

    private static JsonNode yaml(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return MAPPER.valueToTree(new Load(settings).loadFromString(text));
    }
}
