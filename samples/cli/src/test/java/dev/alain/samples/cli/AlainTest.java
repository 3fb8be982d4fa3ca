package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlainTest {
    private static final String CARD = """
            ---
            pipeline_tag: fill-mask
            library_name: transformers
            license: mit
            ---
            # Tiny

            A tiny model for the tests of the command line, with a sentence of some length.

            ```python
            from transformers import pipeline
            pipe = pipeline("fill-mask", model="acme/tiny")
            ```
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path card;

    @BeforeEach
    void writeCard() throws IOException {
        card = Files.writeString(folder.resolve("card.md"), CARD);
    }

    @Test
    void generatesANotebookAndPrintsWhereItIs() {
        int code = alain(
                "generate",
                "--card",
                card.toString(),
                "--out-dir",
                folder.resolve("out").toString());

        assertThat(code).isZero();
        Path notebook = Path.of(out.toString().lines().findFirst().orElseThrow());
        assertThat(notebook).exists().hasFileName("notebook.ipynb");
        assertThat(out.toString()).contains("PASSED, score 100");
        assertThat(err.toString()).contains("Section Scribe").contains("100 %");
    }

    @Test
    void printsASummaryForPrograms() throws IOException {
        int code = alain(
                "generate",
                "--card",
                card.toString(),
                "--outDir",
                folder.resolve("out").toString(),
                "--json",
                "--maxSections",
                "6");

        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertThat(code).isZero();
        assertThat(summary.path("verdict").asText()).isEqualTo("PASSED");
        assertThat(summary.path("steps").asInt()).isEqualTo(6);
    }

    @Test
    void resumesARunByItsId() throws IOException {
        alain(
                "generate",
                "--card",
                card.toString(),
                "--out-dir",
                folder.resolve("out").toString(),
                "--json");
        String run = new ObjectMapper().readTree(out.toString()).path("run").asText();

        assertThat(alain(
                        "generate",
                        "--resume",
                        run,
                        "--out-dir",
                        folder.resolve("out").toString()))
                .isZero();
    }

    @Test
    void plansWithoutWriting() {
        assertThat(alain(
                        "generate",
                        "--card",
                        card.toString(),
                        "--out-dir",
                        folder.resolve("out").toString(),
                        "--plan"))
                .isZero();
        assertThat(out.toString()).contains("Step 1: Meet tiny").contains("calls to a chat model: 0");
    }

    @Test
    void researchesWithSources() {
        assertThat(alain("research", "--card", card.toString())).isZero();
        assertThat(out.toString()).contains("acme/tiny").contains("license").contains("[card:4]");
    }

    @Test
    void validatesFilesAndFolders() throws IOException {
        alain(
                "generate",
                "--card",
                card.toString(),
                "--out-dir",
                folder.resolve("out").toString());
        assertThat(alain("validate", folder.resolve("out").toString())).isZero();

        Path broken = Files.writeString(
                folder.resolve("broken.ipynb"),
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [{}]}");
        assertThat(alain("validate", broken.toString(), "--format", "json")).isEqualTo(1);
        assertThat(out.toString()).contains("cells[0].cell_type: is missing");
    }

    @Test
    void saysWhatIsWrongWithTheInput() {
        assertThat(alain("generate")).isEqualTo(2);
        assertThat(alain("generate", "--card", folder.resolve("nowhere.md").toString(), "--out-dir", folder.toString()))
                .isEqualTo(2);
        assertThat(alain("generate", "--model", "https://huggingface.co/spaces/a/b"))
                .isEqualTo(2);
        assertThat(alain("generate", "--card", card.toString(), "--difficulty", "guru"))
                .isEqualTo(2);
        assertThat(alain("nonsense")).isEqualTo(2);
        assertThat(err.toString())
                .contains("name a subject")
                .contains("there is no file")
                .contains("is a space, not a model")
                .contains("difficulty must be beginner, intermediate or advanced");
    }

    private int alain(String... arguments) {
        return Alain.run(
                arguments, InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
