package dev.alain.validators.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.alain.notebook.Cell;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.NotebookView;
import dev.alain.validation.ValidationReport;
import dev.alain.validation.ValidationReport.Waiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SarifReportTest {
    private static final ReportFormat SARIF = new SarifReport();

    @Test
    void isValidHoweverNastyTheNotebook() {
        String json = ReportSamples.written(SARIF, ReportSamples.nastyResults());

        assertThat(Schemas.violations(Schemas.sarif(), json)).isEmpty();
        assertThat(json)
                .doesNotContain("hunter2")
                .isEqualTo(ReportSamples.written(SARIF, ReportSamples.nastyResults()));
        assertThat(new String(json.getBytes(UTF_8), UTF_8)).isEqualTo(json);
    }

    @Test
    void isValidForRealNotebooks() throws IOException {
        JsonSchema schema = Schemas.sarif();
        NotebookValidator validator = ReportSamples.validator(ReportSamples.words(), ReportSamples.nasty())
                .build();
        List<Checked> results = new ArrayList<>();
        List<Path> real = ReportSamples.realNotebooks();
        for (Path file : real.subList(0, Math.min(40, real.size()))) {
            NotebookDocument document = NotebookDocument.read(file);
            results.add(new Checked(file.getFileName().toString(), validator.validate(document), document));
        }
        assertThat(Schemas.violations(schema, ReportSamples.written(SARIF, results)))
                .isEmpty();
    }

    @Test
    void saysWhereInTheFileAndWhereInTheCell() {
        JsonNode run = run(ReportSamples.checked(
                "a/n b.ipynb", ReportSamples.notebook("1", "x\n\u00e9 = foo"), ReportSamples.words()));
        JsonNode result = results(run, "TST001").get(0);
        JsonNode location = result.path("locations").path(0);

        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("a/n%20b.ipynb");
        assertThat(location.at("/physicalLocation/region"))
                .hasToString("{\"startLine\":6,\"startColumn\":20,\"endLine\":6,\"endColumn\":23}");
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo("c2");
        assertThat(location.at("/properties/cellRegion"))
                .hasToString("{\"startLine\":2,\"startColumn\":5,\"endLine\":2,\"endColumn\":8}");
        assertThat(result.path("level").asText()).isEqualTo("warning");
        assertThat(result.at("/message/text").asText()).isEqualTo("it says foo; say bar");
        JsonNode rule =
                run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt());
        assertThat(rule.path("id").asText()).isEqualTo("TST001");
        assertThat(rule.at("/help/markdown").asText()).isEqualTo("Say *bar*.\n");
        assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("warning");
        assertThat(run.path("columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void fixesAppliedToTheBytesGiveWhatTheFixerGives() {
        NotebookDocument document = ReportSamples.notebook("foo foo\n\ud83d\ude80 = 'foo'\n", "", "a\nfoo");
        NotebookValidator validator =
                ReportSamples.validator(ReportSamples.words()).build();
        JsonNode run = run(new Checked("n.ipynb", validator.validate(document), document));

        NotebookDocument mended = ReportSamples.read(applied(new String(document.bytes(), UTF_8), run));

        assertThat(sources(mended))
                .isEqualTo(sources(NotebookFixer.using(validator).fix(document).document()));
    }

    private static List<String> sources(NotebookDocument document) {
        return NotebookView.of(document).cells().stream()
                .map(Cell::source)
                .filter(source -> !source.isEmpty())
                .toList();
    }

    /** Replaces from the end to the start, as an editor would. */
    private static String applied(String text, JsonNode run) {
        List<JsonNode> replacements = new ArrayList<>();
        results(run, "TST001")
                .forEach(result -> replacements.add(result.at("/fixes/0/artifactChanges/0/replacements/0")));
        assertThat(replacements).hasSize(4);
        replacements.sort(Comparator.comparing((JsonNode each) -> offset(text, each, "start"))
                .reversed());
        String changed = text;
        for (JsonNode each : replacements) {
            changed = changed.substring(0, offset(text, each, "start"))
                    + each.at("/insertedContent/text").asText()
                    + changed.substring(offset(text, each, "end"));
        }
        return changed;
    }

    private static int offset(String text, JsonNode replacement, String side) {
        JsonNode region = replacement.path("deletedRegion");
        int start = 0;
        for (int line = 1; line < region.path(side + "Line").asInt(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, region.path(side + "Column").asInt() - 1);
    }

    @Test
    void fingerprintsStayWhenCellsMove() {
        JsonNode before = run(ReportSamples.checked(
                "n.ipynb",
                ReportSamples.read(cells("{\"id\": \"x\", \"source\": \"foo\\nfoo\"}")),
                ReportSamples.words()));
        JsonNode after = run(ReportSamples.checked(
                "n.ipynb",
                ReportSamples.read(cells("{\"id\": \"y\"},\n\n{\"id\": \"x\", \"source\": \"1\\nfoo\\n\\nfoo\"}")),
                ReportSamples.words()));

        assertThat(fingerprints(after))
                .isEqualTo(fingerprints(before))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private static String cells(String cells) {
        return "{\"nbformat\": 4, \"cells\": [" + cells + "]}";
    }

    private static List<String> fingerprints(JsonNode run) {
        return results(run, "TST001").stream()
                .map(result -> result.at("/partialFingerprints")
                        .path("alainFinding/v1")
                        .asText())
                .toList();
    }

    @Test
    void whatWasSetAsideIsSuppressedAndWhatFailedIsNotified() throws JsonProcessingException {
        NotebookDocument document = ReportSamples.read("""
                {"nbformat": 4, "metadata": {"alain": {"waivers": [{"rule": "A1", "cell": "x", "reason": "why not"}]}},
                 "cells": [{"cell_type": "raw", "source": "t", "id": "x"}]}""");
        ValidationReport report = new ValidationReport(
                List.of(),
                List.of(),
                Map.of(),
                Map.of("B2", "IllegalStateException"),
                List.of(new Waiver("A1", "x", "why not"), new Waiver("A1", "", "by the team")));
        String json = ReportSamples.written(SARIF, List.of(new Checked("n.ipynb", report, document)));
        JsonNode run = JsonText.MAPPER.readTree(json).at("/runs/0");

        assertThat(Schemas.violations(Schemas.sarif(), json)).isEmpty();
        assertThat(run.at("/results/0/suppressions/0"))
                .hasToString("{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"why not\"}");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(2);
        assertThat(run.at("/results/1/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo("rule B2 failed: IllegalStateException");
    }

    @Test
    void pathsAreUris() {
        assertThat(ArtifactUri.of("./a:b/\u00e9 x.ipynb")).isEqualTo("a%3Ab/%C3%A9%20x.ipynb");
        assertThat(ArtifactUri.of("../a.ipynb")).isEqualTo("../a.ipynb");
        assertThat(ArtifactUri.of("/tmp/a.ipynb")).isEqualTo("file:///tmp/a.ipynb");
        assertThat(ArtifactUri.of("C:\\a b\\c.ipynb")).isEqualTo("file:///C:/a%20b/c.ipynb");
        assertThat(URI.create(ArtifactUri.of(ReportSamples.NASTY)).isAbsolute()).isFalse();
    }

    private static JsonNode run(Checked checked) {
        try {
            return JsonText.MAPPER
                    .readTree(ReportSamples.written(SARIF, List.of(checked)))
                    .at("/runs/0");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> results(JsonNode run, String rule) {
        List<JsonNode> results = new ArrayList<>();
        run.path("results").forEach(result -> {
            if (result.path("ruleId").asText().equals(rule)) {
                results.add(result);
            }
        });
        return results;
    }
}
