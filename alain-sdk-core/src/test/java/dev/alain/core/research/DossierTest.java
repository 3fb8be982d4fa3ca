package dev.alain.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.AlainException;
import dev.alain.ResearchException;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.core.SharedData;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.ModelReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DossierTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void namesTheSourceOfEveryFact() {
        Dossier dossier = research(
                "---\nlicense: mit\npipeline_tag: fill-mask\n---\n# Tiny\n\nA model that fills gaps in sentences of all kinds.\n");

        Fact license = dossier.fact(Fact.LICENSE).orElseThrow();
        assertThat(license.value()).isEqualTo("mit");
        assertThat(license.evidence().source()).isEqualTo("card");
        assertThat(license.evidence().firstLine()).isEqualTo(2);
        assertThat(dossier.sources().get(0).sha256()).hasSize(64);
        assertThat(dossier.value(Fact.LICENSE_FAMILY)).contains("permissive");
        assertThat(dossier.value(Fact.SUMMARY)).contains("A model that fills gaps in sentences of all kinds.");
    }

    @Test
    void takesTheIdFromTheCardsOwnCode() {
        assertThat(research(
                                "# Tiny\n```python\nfrom transformers import AutoModel\nm = AutoModel.from_pretrained(\"acme/tiny\")\n```")
                        .modelId())
                .isEqualTo("acme/tiny");
    }

    @Test
    void takesNoIdFromPlaceholdersBasesOrAmbiguousCode() {
        assertThat(research("# T\n```python\nm = AutoModel.from_pretrained(\"your-name/model\")\n```")
                        .modelId())
                .isEmpty();
        assertThat(research(
                                "---\nbase_model: acme/base\n---\n# T\n```python\nm = AutoModel.from_pretrained(\"acme/base\")\n```")
                        .modelId())
                .isEmpty();
        assertThat(research("# T\n```python\na = load(\"acme/one\")\nb = load(\"acme/two\")\n```")
                        .modelId())
                .isEmpty();
    }

    @Test
    void neverTakesACountFromAName() {
        Dossier dossier =
                research("# Tiny 7B\n```python\nm = AutoModelForCausalLM.from_pretrained(\"acme/tiny-7b\")\n```");

        assertThat(dossier.fact(Fact.PARAMETERS)).isEmpty();
        assertThat(dossier.value(Fact.SIZE_LABEL)).contains("7B");
    }

    @Test
    void readsWhatLiesBesideTheCard(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("README.md"), "# Tiny\nA model for tests of the research, with enough words.\n");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"model_type\":\"llama\",\"architectures\":[\"LlamaForCausalLM\"],\"max_position_embeddings\":2048}");
        Files.writeString(
                folder.resolve("hf-api.json"),
                "{\"id\":\"acme/tiny\",\"sha\":\"abc\",\"safetensors\":{\"parameters\":{\"BF16\":1000000000},\"total\":1000000000},\"tags\":[\"conversational\"]}");

        Dossier dossier = new FileResearch()
                .research(new Subject.ModelCard(folder.resolve("README.md").toString(), ""), ResearchMode.STANDARD);

        assertThat(dossier.modelId()).isEqualTo("acme/tiny");
        assertThat(dossier.number(Fact.PARAMETERS)).hasValue(1_000_000_000L);
        assertThat(dossier.number(Fact.CONTEXT_LENGTH)).hasValue(2048);
        assertThat(dossier.value(Fact.MEMORY_GIB)).contains("2.2");
        assertThat(dossier.value(Fact.TASK)).contains("text-generation");
        assertThat(dossier.is(Fact.CHAT_TEMPLATE)).isTrue();
    }

    @Test
    void readsTheUsableContextOfModelsThatCountFromTheirPadding(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("README.md"), "# Tiny\nA model for tests, described with enough words.\n");
        Files.writeString(
                folder.resolve("config.json"), "{\"model_type\":\"roberta\",\"max_position_embeddings\":514}");

        assertThat(new FileResearch()
                        .research(
                                new Subject.ModelCard(
                                        folder.resolve("README.md").toString(), ""),
                                ResearchMode.STANDARD)
                        .number(Fact.CONTEXT_LENGTH))
                .hasValue(512);
    }

    @Test
    void takesTheChatTemplateFromTheCardsCode() {
        assertThat(research("---\npipeline_tag: text-generation\n---\n# Tiny\n```python\n"
                                + "text = tokenizer.apply_chat_template(messages, tokenize=False)\n```")
                        .is(Fact.CHAT_TEMPLATE))
                .isTrue();
    }

    @Test
    void takesPathsWithPlaceholderLettersForModels() {
        assertThat(research("# T\n```python\nm = AutoModel.from_pretrained(\"acme/gigapath\")\n```")
                        .modelId())
                .isEqualTo("acme/gigapath");
    }

    @Test
    void readsAModelInTheHuggingFaceCache(@TempDir Path hub) throws IOException {
        Path repository = hub.resolve("models--acme--tiny");
        Path snapshot = repository.resolve("snapshots/0123456789abcdef0123456789abcdef01234567");
        Files.createDirectories(snapshot);
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs/main"), "0123456789abcdef0123456789abcdef01234567");
        Files.writeString(snapshot.resolve("README.md"), "---\npipeline_tag: fill-mask\n---\n# Tiny\n");

        HubCacheResearch cache = new HubCacheResearch(hub);
        Subject model = new Subject.HuggingFaceModel(ModelReference.parse("acme/tiny"));

        assertThat(cache.research(model, ResearchMode.STANDARD).value(Fact.REVISION))
                .contains("0123456789abcdef0123456789abcdef01234567");
        assertThatThrownBy(() -> cache.research(
                        new Subject.HuggingFaceModel(ModelReference.parse("acme/other")), ResearchMode.STANDARD))
                .isInstanceOf(ResearchException.class)
                .hasMessageContaining("not in the Hugging Face cache")
                .hasMessageContaining("hf download acme/other");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> research("   \n")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> research(
                        "---\ntask_categories: [x]\n---\n# Words\nA data set of words with a long description.\n"))
                .isInstanceOf(ResearchException.class)
                .extracting("reason")
                .isEqualTo(ResearchException.Reason.NOT_A_MODEL);
        assertThatThrownBy(() -> research("a\0b")).hasMessageContaining("not text");
    }

    @Test
    void shownTextHidesNothing() {
        Dossier dossier = research(
                "# Tiny\n\nVisible <!-- hidden instruction --> words\u200b and\u202e more words to make it long.\n");

        assertThat(dossier.value(Fact.SUMMARY).orElseThrow())
                .isEqualTo("Visible words and more words to make it long.");
    }

    @Test
    void knowsParameterCountsWithinFivePercentOrNotAtAll() throws IOException {
        for (String line : Files.readAllLines(SharedData.file("models/index.jsonl"))) {
            JsonNode row = MAPPER.readTree(line);
            Path card = SharedData.file("models")
                    .resolve(row.path("folder").asText())
                    .resolve("README.md");
            if (!Files.exists(card)) {
                continue;
            }
            Dossier dossier =
                    new FileResearch().research(new Subject.ModelCard(card.toString(), ""), ResearchMode.STANDARD);
            if (row.path("has_safetensors_total").asBoolean()
                    && dossier.fact(Fact.PARAMETERS).isPresent()) {
                double ratio = (double) dossier.number(Fact.PARAMETERS).orElseThrow()
                        / row.path("safetensors_total").asLong();
                assertThat(ratio).as(row.path("model_id").asText()).isBetween(0.95, 1.05);
            }
            assertThat(dossier.modelId()).isEqualTo(row.path("model_id").asText());
        }
    }

    @Test
    void readsEveryRealCardOrSaysWhyNot() {
        for (Path card : SharedData.cards()) {
            try {
                Dossier dossier =
                        new FileResearch().research(new Subject.ModelCard(card.toString(), ""), ResearchMode.STANDARD);
                assertThat(dossier.name()).isNotBlank();
            } catch (AlainException e) {
                assertThat(e.remedy()).as(card.toString()).isNotBlank();
            }
        }
    }

    @Test
    void agreesWithTheIndexOnLicences() throws IOException {
        Map<String, String> oddities = Map.of("???", "is no licence id");
        for (String line : Files.readAllLines(SharedData.file("model-cards/index.jsonl"))) {
            JsonNode row = MAPPER.readTree(line);
            Path card = SharedData.file("model-cards").resolve(row.path("file").asText());
            boolean inFrontMatter =
                    Files.exists(card) && row.path("fm_keys").toString().contains("\"license\"");
            if (!inFrontMatter
                    || !row.path("license").isTextual()
                    || oddities.containsKey(row.path("license").asText())) {
                continue;
            }
            try {
                Dossier dossier =
                        new FileResearch().research(new Subject.ModelCard(card.toString(), ""), ResearchMode.STANDARD);
                assertThat(dossier.value(Fact.LICENSE))
                        .as(card.toString())
                        .contains(row.path("license").asText().toLowerCase(java.util.Locale.ROOT));
            } catch (ResearchException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
    }

    private static Dossier research(String card) {
        return new FileResearch().research(new Subject.PastedText(card, ""), ResearchMode.STANDARD);
    }
}
