package dev.alain.validators.rules;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.Catalogue;
import dev.alain.validators.python.PythonAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Real notebooks outside this project, and validators to run over them. */
final class Corpora {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Corpora() {}

    /** A notebook with what its index says of it. */
    record Sample(String name, NotebookDocument document, JsonNode index) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** 250 notebooks of public repositories. */
    static List<Sample> dev() throws IOException {
        return read(shared().resolve("notebooks"), "index.jsonl").stream()
                .filter(sample -> sample.name().startsWith("dev/"))
                .toList();
    }

    /** Notebooks that language models wrote. */
    static List<Sample> predecessor() throws IOException {
        return read(shared().resolve("predecessor-notebooks"), "index.jsonl");
    }

    private static Path shared() {
        String shared = System.getProperty("shared.data");
        assumeThat(shared).as("the shared data").isNotNull();
        return Path.of(shared);
    }

    private static List<Sample> read(Path folder, String index) throws IOException {
        assumeThat(folder.resolve(index)).exists();
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(index))) {
            JsonNode entry = MAPPER.readTree(line);
            Path file = folder.resolve(entry.path("file").asText());
            if (Files.exists(file)) {
                samples.add(new Sample(entry.path("file").asText(), NotebookDocument.read(file), entry));
            }
        }
        return samples;
    }

    /** A validator of the rules whose ids start with one of these letters. */
    static NotebookValidator validator(String... families) {
        List<NotebookRule> rules = new Catalogue()
                .rules().stream()
                        .filter(rule -> List.of(families).stream()
                                .anyMatch(family -> rule.info().id().startsWith(family)))
                        .toList();
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules.toArray(NotebookRule[]::new)))
                .analyzer(new PythonAnalyzer())
                .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("format", "structure", "code")))
                .build();
    }
}
