package dev.alain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.InvalidReferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class ModelReferenceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void readsWhatPeoplePaste() {
        assertThat(ModelReference.parse(" \"openai/gpt-oss-20b@main\" "))
                .isEqualTo(new ModelReference("openai/gpt-oss-20b", "main", "", ""));
        assertThat(ModelReference.parse("ollama run hf.co/acme/Tiny-GGUF:q4_k_m")
                        .quantization())
                .isEqualTo("Q4_K_M");
        assertThat(ModelReference.parse("https://huggingface.co/acme/tiny/tree/v2.0")
                        .revision())
                .isEqualTo("v2.0");
    }

    @Test
    void saysWhatAForeignReferenceIs() {
        assertThatThrownBy(() -> ModelReference.parse("https://huggingface.co/datasets/acme/words"))
                .isInstanceOf(InvalidReferenceException.class)
                .hasMessageContaining("is a dataset, not a model")
                .extracting("kind")
                .isEqualTo("dataset");
        assertThatThrownBy(() -> ModelReference.parse("https://user:secret@huggingface.co/acme/tiny"))
                .isInstanceOf(InvalidReferenceException.class)
                .extracting("kind")
                .isEqualTo("userinfo");
    }

    @Test
    void writesTextThatItReadsBack() {
        for (String text :
                List.of("gpt2", "acme/tiny", "acme/tiny@v1", "acme/tiny:Q8_0", "hf://models/acme/tiny@a%2Fb/x.json")) {
            ModelReference reference = ModelReference.parse(text);
            assertThat(ModelReference.parse(reference.text())).isEqualTo(reference);
        }
    }

    @Test
    void agreesWithTheHubsOwnGrammar() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : vectors(row -> row.has("valid"))) {
            String found = hub(row.path("input").asText());
            String expected =
                    row.path("valid").asBoolean() ? row.path("type").asText() + " " + fields(row) : "rejected";
            if (!found.equals(expected)) {
                differences.add(row.path("input") + ": " + found + ", expected " + expected);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void writesTheHubsCanonicalUris() {
        for (JsonNode row : vectors(row -> row.has("canonical"))) {
            HubReference reference = HubReference.parse(row.path("input").asText());
            assertThat(HubReference.parse(reference.uri())).isEqualTo(reference);
            assertThat(HubReference.parse(row.path("canonical").asText())).isEqualTo(reference);
        }
    }

    @Test
    void agreesWithTheHubOnIds() {
        for (JsonNode row : vectors(row -> row.has("repo_id_valid"))) {
            assertThat(RepositoryId.problem(row.path("input").asText()).isEmpty())
                    .as(row.toString())
                    .isEqualTo(row.path("repo_id_valid").asBoolean());
        }
    }

    @Test
    void readsEveryFormThatMeansAModelAndNoOther() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : vectors(row -> row.has("kind"))) {
            String found = model(row.path("input").asText());
            boolean isModel = row.path("kind").asText().equals("hf-model");
            // A bare name with a dot is a legacy id unless a file of that name exists, which only the caller can tell.
            boolean open = row.path("kind").asText().equals("local-file-or-legacy");
            String expected =
                    isModel ? fields(row) + " " + row.path("quant").asText("").replace("null", "") : "rejected";
            if (!open && !found.equals(expected)) {
                differences.add(row.path("input") + ": " + found + ", expected " + expected);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String hub(String text) {
        try {
            HubReference reference = HubReference.parse(text);
            return reference.kind() + " " + reference.id() + " " + reference.revision() + " " + reference.path();
        } catch (InvalidReferenceException e) {
            return "rejected";
        }
    }

    private static String model(String text) {
        try {
            ModelReference reference = ModelReference.parse(text);
            return reference.id() + " " + reference.revision() + " " + reference.path() + " "
                    + reference.quantization();
        } catch (InvalidReferenceException e) {
            return "rejected";
        }
    }

    private static String fields(JsonNode row) {
        String revision =
                row.path("revision").isNull() ? "" : row.path("revision").asText();
        return row.path("id").asText() + " " + revision + " " + row.path("path").asText();
    }

    private static List<JsonNode> vectors(Predicate<JsonNode> wanted) {
        Path file = Path.of(System.getProperty("shared.data", "../../shared/data"), "hf-api/model-refs.jsonl");
        assumeTrue(Files.exists(file), () -> "no " + file);
        try {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(MAPPER.readTree(line));
            }
            return rows.stream().filter(wanted).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
