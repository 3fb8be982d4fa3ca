package dev.alain.validators.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DangerousCodeTest {
    private static final Path CORPORA = Path.of("src/test/resources/dev/alain/validators/rules/security");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void findsEveryBlockedSnippetAsAnErrorOfItsRuleWithAndWithoutAnAnalyser() throws IOException {
        for (boolean analysed : new boolean[] {true, false}) {
            List<String> missed = new ArrayList<>();
            for (JsonNode sample : corpus("dangerous.jsonl")) {
                boolean block = sample.path("cls").asText().equals("BLOCK");
                List<Finding> found = findings(sample.path("code").asText(), analysed);
                boolean hit = found.stream()
                        .anyMatch(f -> f.ruleId().equals(sample.path("rule").asText())
                                && (!block || f.severity() == Severity.ERROR));
                if (block && !hit) {
                    missed.add(sample + " but " + found);
                }
            }
            assertThat(missed).as("missed, analysed: " + analysed).isEmpty();
        }
    }

    @Test
    void findsNearlyEverySnippetThatDeservesAWarning() throws IOException {
        List<JsonNode> samples = corpus("dangerous.jsonl");
        List<String> missed = new ArrayList<>();
        for (JsonNode sample : samples) {
            boolean hit = findings(sample.path("code").asText(), true).stream()
                    .anyMatch(f -> f.ruleId().equals(sample.path("rule").asText()) && f.severity() != Severity.INFO);
            if (!hit) {
                missed.add(sample.toString());
            }
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(200);
        assertThat(samples.stream().filter(s -> s.path("obfuscated").asBoolean()))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(missed).hasSizeLessThanOrEqualTo(samples.size() / 20).isEmpty();
    }

    @Test
    void leavesHarmlessLookAlikesAlone() throws IOException {
        List<JsonNode> samples = corpus("harmless.jsonl");
        List<String> wrong = new ArrayList<>();
        for (JsonNode sample : samples) {
            findings(sample.path("code").asText(), true).stream()
                    .filter(f -> f.severity() != Severity.INFO)
                    .forEach(f -> wrong.add(sample.path("code").asText() + " -> " + f));
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(150);
        assertThat(wrong).isEmpty();
    }

    private static List<JsonNode> corpus(String name) throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (String line : Files.readAllLines(CORPORA.resolve(name))) {
            samples.add(MAPPER.readTree(line));
        }
        return samples;
    }

    static List<Finding> findings(String code, boolean analysed) {
        NotebookValidator.Builder builder = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(DangerRules.ALL.toArray(NotebookRule[]::new)))
                .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("security")));
        if (analysed) {
            ServiceLoader.load(CodeAnalyzer.class).findFirst().ifPresent(builder::analyzer);
        }
        Notebook notebook = Notebook.of(MAPPER.createObjectNode(), List.of(CodeCell.of("c1", code)));
        return builder.build()
                .validate(NotebookDocument.read(NotebookFormat.write(notebook)))
                .findings();
    }
}
