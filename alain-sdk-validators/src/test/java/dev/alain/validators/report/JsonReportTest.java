package dev.alain.validators.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
    private static final ReportFormat JSON = new JsonReport();

    @Test
    void fitsItsSchemaHoweverNastyTheNotebook() {
        String json = ReportSamples.written(JSON, ReportSamples.nastyResults());

        assertThat(Schemas.violations(Schemas.ours(), json)).isEmpty();
        assertThat(new String(json.getBytes(UTF_8), UTF_8)).isEqualTo(json);
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() {
        assertThat(Schemas.violations(Schemas.ours(), "{\"version\": 1, \"notebooks\": [{\"file\": 3}]}"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void tellsWhatIsKnownOfTheRulesThatFoundSomething() throws IOException {
        JsonNode report = report(ReportSamples.checked(
                "n.ipynb", ReportSamples.notebook("foo"), ReportSamples.words(), ReportSamples.secret()));

        assertThat(report.at("/notebooks/0/file").asText()).isEqualTo("n.ipynb");
        assertThat(report.at("/notebooks/0/report/verdict").asText()).isEqualTo("PASSED");
        assertThat(report.at("/rules").findValuesAsText("id")).containsExactly("TST001");
        assertThat(report.path("passed").asBoolean()).isTrue();
    }

    @Test
    void aFixThatMayHoldAKeyIsWithheld() throws IOException {
        Checked checked = ReportSamples.checked(
                "n.ipynb", ReportSamples.notebook("foo hunter2", "foo"), ReportSamples.words(), ReportSamples.secret());
        JsonNode findings = report(checked).at("/notebooks/0/report/findings");

        assertThat(findings.toString()).doesNotContain("hunter2").contains("h\u20262");
        assertThat(findings.findValues("withheld")).hasSize(2);
        assertThat(findings.toString()).contains("ReplaceRange");
    }

    private static JsonNode report(Checked checked) throws IOException {
        String json = ReportSamples.written(JSON, List.of(checked));
        assertThat(Schemas.violations(Schemas.ours(), json)).isEmpty();
        return JsonText.MAPPER.readTree(json);
    }
}
