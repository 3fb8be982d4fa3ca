package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.NotebookView;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.Notebooks;
import dev.alain.validators.rules.Corpora.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of format and structure rules on real notebooks. */
final class DevNotebooksTest {
    /** Errors that no schema knows: attachments, sizes, characters that cannot be written or deceive. */
    private static final Set<String> BEYOND_THE_SCHEMA = Set.of("FMT011", "FMT016", "FMT018");

    /** The fixes that may change code: they unwrap it, write its line ends, remove what nobody sees, or drop the cell. */
    private static final Set<String> CHANGES_CODE = Set.of("STR013", "STR017", "STR023", "FMT018");

    private final NotebookValidator validator = Corpora.validator("FMT", "STR");
    private final NotebookFixer fixer = NotebookFixer.using(validator);

    @TestFactory
    Stream<DynamicTest> agreesWithNbformat() throws IOException {
        return each(all(), sample -> {
            ValidationReport report = validator.validate(sample.document());
            assertThat(report.rulesFailed()).isEmpty();
            boolean valid = report.findings().stream()
                    .filter(finding -> finding.ruleId().startsWith("FMT"))
                    .filter(finding -> !BEYOND_THE_SCHEMA.contains(finding.ruleId()))
                    .noneMatch(finding -> finding.severity() == Severity.ERROR);
            if (sample.index().has("strict_head_5_11_1")) {
                assertThat(valid)
                        .isEqualTo(sample.index().path("strict_head_5_11_1").asBoolean());
            } else {
                assertThat(valid).isEqualTo(sample.document().problems().isEmpty());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> fixesForGood() throws IOException {
        return each(Notebooks.sample(all()), sample -> {
            if (NotebookView.of(sample.document()).notebook().isPresent()) {
                isFixed(sample.document());
            }
        });
    }

    private void isFixed(NotebookDocument document) {
        NotebookFixer.Fixed fixed = fixer.fix(document);
        assertThat(fixed.document().problems()).isEmpty();
        assertThat(fixed.report().findings().stream().filter(DevNotebooksTest::isSafe))
                .as("findings that claim a safe fix")
                .isEmpty();
        assertThat(fixer.fix(fixed.document()).changed()).isFalse();
        Set<String> touched = fixed.applied().stream()
                .filter(applied -> CHANGES_CODE.contains(applied.rule()))
                .map(NotebookFixer.Applied::cell)
                .collect(Collectors.toSet());
        Map<String, String> after = code(fixed.document());
        code(document).forEach((cell, source) -> {
            if (!touched.contains(cell)) {
                assertThat(after).containsEntry(cell, source);
            }
        });
    }

    private static boolean isSafe(Finding finding) {
        return finding.fixes().stream().findFirst().filter(Fix::safe).isPresent();
    }

    private static Map<String, String> code(NotebookDocument document) {
        return NotebookView.of(document).code().stream().collect(Collectors.toMap(CodeCell::id, CodeCell::source));
    }

    private static List<Sample> all() throws IOException {
        return Stream.of(Corpora.dev(), Corpora.predecessor())
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<DynamicTest> each(List<Sample> samples, java.util.function.Consumer<Sample> law) {
        return samples.stream().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> law.accept(sample)));
    }
}
