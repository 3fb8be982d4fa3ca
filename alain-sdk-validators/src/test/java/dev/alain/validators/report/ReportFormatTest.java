package dev.alain.validators.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReportFormatTest {
    @Test
    void formatsAreFoundByName() {
        assertThat(ReportFormat.all()).extracting(ReportFormat::name).contains("text", "json", "sarif");
        assertThat(ReportFormat.named("junit")).isInstanceOf(JunitReport.class);
        assertThatThrownBy(() -> ReportFormat.named("pdf"))
                .hasMessage("there is no report format \"pdf\"; there are text, json, markdown, sarif, junit");
    }

    @Test
    void noNotebookIsAReportToo() {
        assertThat(ReportFormat.all())
                .allSatisfy(format -> assertThat(ReportSamples.written(format, List.of()))
                        .isEqualTo(ReportSamples.written(format, List.of())));
        assertThat(Schemas.violations(Schemas.sarif(), ReportSamples.written(new SarifReport(), List.of())))
                .isEmpty();
        assertThat(Schemas.violations(Schemas.ours(), ReportSamples.written(new JsonReport(), List.of())))
                .isEmpty();
    }

    @Test
    void manyThreadsWriteTheSame() {
        List<Checked> results = ReportSamples.nastyResults();
        for (ReportFormat format : ReportFormat.all()) {
            String alone = ReportSamples.written(format, results);
            assertThat(Stream.generate(() -> format)
                            .limit(16)
                            .parallel()
                            .map(each -> ReportSamples.written(each, results))
                            .distinct())
                    .containsExactly(alone);
            assertThat(new String(alone.getBytes(UTF_8), UTF_8)).isEqualTo(alone);
        }
    }

    @Test
    void textCannotCommandATerminal() {
        String text = ReportSamples.written(new TextReport(), ReportSamples.nastyResults());

        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
        assertThat(text)
                .contains("\\u001b[31m")
                .contains("  warning TST001 in c1:1: it says foo\n      seen: foo\n      to do: say bar\n")
                .contains("  rule TST003 failed: IllegalStateException\n")
                .contains("4 notebooks, 4 failed; errors: ");
    }

    @Test
    void quietTextHasOnlyNotebooksWithFindings() {
        List<Checked> fine = List.of(new Checked(
                "fine.ipynb",
                new dev.alain.validation.ValidationReport(
                        List.of(), List.of(), java.util.Map.of(), java.util.Map.of(), List.of()),
                ReportSamples.notebook("1")));

        assertThat(ReportSamples.written(new TextReport(), fine)).startsWith("fine.ipynb: PASSED");
        assertThat(ReportSamples.written(new TextReport().quiet(), fine)).isEmpty();
    }

    @Test
    void markdownIsHeadedByTheFile() {
        Checked checked = ReportSamples.checked("a_b*.ipynb", ReportSamples.notebook("foo"), ReportSamples.words());

        assertThat(ReportSamples.written(new MarkdownReport(), List.of(checked, checked)))
                .startsWith("# a\\_b\\*.ipynb\n\n**PASSED")
                .contains("\n\n# a\\_b\\*.ipynb\n")
                .doesNotContain("# Validation report");
    }
}
