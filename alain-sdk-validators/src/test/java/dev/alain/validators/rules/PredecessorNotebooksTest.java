package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.Cell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.NotebookView;
import dev.alain.validators.rules.Corpora.Sample;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every defect that people noted in notebooks of language models is found. */
final class PredecessorNotebooksTest {
    private final NotebookValidator validator = Corpora.validator("FMT", "STR", "COD001", "COD002", "COD013");

    @TestFactory
    Stream<DynamicTest> findsWhatTheIndexNotes() throws IOException {
        return Corpora.predecessor().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> findsAll(sample)));
    }

    private void findsAll(Sample sample) {
        var report = validator.validate(sample.document());
        assertThat(report.rulesFailed()).isEmpty();
        var index = sample.index();
        int incomplete =
                index.path("code_cells_missing_outputs_or_execution_count").asInt();
        assertThat(cells(report.findings(), "FMT004"))
                .as("code cells without outputs or execution count")
                .hasSize(incomplete);
        assertThat(cells(report.findings(), "STR024"))
                .as("doubled step prefixes")
                .hasSize(index.path("doubled_step_prefix").asInt());
        // The index counts prose only; the code cell that follows has the same defect.
        long inProse = cells(report.findings(), "STR023").stream()
                .filter(prose(sample)::contains)
                .count();
        assertThat(inProse)
                .as("literal line ends")
                .isGreaterThanOrEqualTo(index.path("literal_backslash_n_cells").asInt());
        if (!index.path("placeholder_hits").isEmpty()) {
            assertThat(report.findings())
                    .as("leaked instructions")
                    .anyMatch(finding -> finding.ruleId().equals("STR022"));
        }
        syntaxErrors(sample, report.findings());
    }

    private static List<String> prose(Sample sample) {
        return NotebookView.of(sample.document()).cells().stream()
                .filter(MarkdownCell.class::isInstance)
                .map(Cell::id)
                .toList();
    }

    private static void syntaxErrors(Sample sample, List<Finding> findings) {
        List<Cell> cells = NotebookView.of(sample.document()).cells();
        // A cell magic below the first line has a rule of its own.
        List<String> broken = Stream.of("COD001", "COD002", "COD013")
                .flatMap(rule -> cells(findings, rule).stream())
                .toList();
        sample.index()
                .path("bad_cell_indices")
                .forEach(cell -> assertThat(broken)
                        .as("syntax error in cell " + cell)
                        .contains(cells.get(cell.asInt()).id()));
    }

    private static List<String> cells(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .flatMap(finding -> finding.cellId().stream())
                .distinct()
                .toList();
    }
}
