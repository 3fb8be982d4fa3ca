package dev.alain.validators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Profiles;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole catalogue on every real notebook, valid or not, ours or the original's. */
final class RealNotebooksTest {
    private static final ValidationOptions EVERYTHING = ValidationOptions.DEFAULTS.withProfiles(Profiles.families());
    private static final NotebookValidator VALIDATOR =
            NotebookValidator.builder().options(EVERYTHING).build();

    @Test
    void noRuleThrows() {
        for (Path file : all()) {
            ValidationReport report = VALIDATOR.validate(document(file));

            assertThat(report.rulesFailed()).as(file.getFileName().toString()).isEmpty();
        }
    }

    @Test
    void findsTheSameEachTime() {
        for (Path file : Notebooks.sample(Notebooks.dev())) {
            List<String> once = lines(VALIDATOR.validate(document(file)));
            NotebookValidator other =
                    NotebookValidator.builder().options(EVERYTHING).build();

            assertThat(lines(other.validate(document(file)))).isEqualTo(once);
        }
    }

    @Test
    void placesLieInTheirCells() {
        for (Path file : Notebooks.sample(all())) {
            NotebookDocument document = document(file);
            var view = dev.alain.validation.NotebookView.of(document);
            for (Finding finding : VALIDATOR.validate(document).findings()) {
                finding.cellId().ifPresent(id -> {
                    var cell =
                            view.cells().stream().filter(c -> c.id().equals(id)).findFirst();
                    assertThat(cell).as(file.getFileName() + " " + finding).isPresent();
                    long lines = cell.orElseThrow().source().split("\n", -1).length;
                    assertThat((long) finding.line())
                            .as(file.getFileName() + " " + finding)
                            .isBetween(0L, lines);
                });
            }
        }
    }

    @Test
    void mendingTwiceIsMendingOnceAndWhatIsMendedIsGone() {
        NotebookFixer fixer = NotebookFixer.using(VALIDATOR);
        List<String> wrong = new ArrayList<>();
        for (Path file : Notebooks.sample(all())) {
            NotebookFixer.Fixed fixed = fixer.fix(document(file));
            if (!fixed.changed()) {
                continue;
            }
            if (!fixed.document().problems().isEmpty()) {
                wrong.add(file.getFileName() + " is not valid: "
                        + fixed.document().problems());
            }
            NotebookFixer.Fixed again = fixer.fix(fixed.document());
            again.applied().forEach(fix -> wrong.add(file.getFileName() + " was not mended at once: " + fix));
            Set<String> left = new TreeSet<>();
            Set<String> refused =
                    fixed.refused().stream().map(fix -> fix.rule() + fix.cell()).collect(Collectors.toSet());
            fixed.report().findings().stream()
                    .filter(finding -> finding.fixes().stream().anyMatch(Fix::safe))
                    .filter(finding -> !refused.contains(
                            finding.ruleId() + finding.cellId().orElse("")))
                    .forEach(finding -> left.add(finding.toString()));
            left.forEach(finding -> wrong.add(file.getFileName() + " still has " + finding));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> lines(ValidationReport report) {
        return report.findings().stream()
                .map(finding -> finding + " " + finding.column() + " " + finding.evidence())
                .collect(Collectors.toList());
    }

    private static List<Path> all() {
        return Stream.concat(Notebooks.dev().stream(), Notebooks.predecessors().stream())
                .toList();
    }

    private static NotebookDocument document(Path file) {
        return NotebookDocument.read(Notebooks.bytes(file));
    }
}
