package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.alain.notebook.Cell;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.Notebooks;
import dev.alain.validators.rules.accessibility.AccessibilityRules;
import dev.alain.validators.rules.execution.ExecutionRules;
import dev.alain.validators.rules.reproducibility.ReproducibilityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The families reproducibility, accessibility and execution on real notebooks. */
final class RunAndReadRulesOnDevNotebooksTest {
    private static final List<String> FOLDERS = List.of("notebooks/dev", "predecessor-notebooks");
    private static final NotebookValidator VALIDATOR = validator();
    private static final NotebookFixer FIXER = NotebookFixer.using(VALIDATOR);

    @TestFactory
    Stream<DynamicTest> fixesAreStableValidAndLeaveCodeAlone() throws IOException {
        return Notebooks.sample(notebooks()).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    NotebookDocument document = NotebookDocument.read(Files.readAllBytes(file));
                    NotebookFixer.Fixed fixed = FIXER.fix(document);
                    assertThat(fixed.report().rulesFailed()).isEmpty();
                    if (fixed.changed()) {
                        assertThat(fixed.document().problems()).isEmpty();
                        assertThat(FIXER.fix(fixed.document()).changed()).isFalse();
                        assertThat(code(fixed.document())).isEqualTo(code(document));
                    }
                }));
    }

    @Test
    void everyErrorNamesItsCellOrTheWholeRun() throws IOException {
        for (Path file : Notebooks.sample(notebooks())) {
            ValidationReport report = VALIDATOR.validate(NotebookDocument.read(Files.readAllBytes(file)));
            assertThat(report.findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .allSatisfy(finding -> assertThat(finding.cellId().isPresent()
                                    || finding.ruleId().equals("EXE005"))
                            .isTrue());
            assertThat(report.findings()).extracting(Finding::message).noneMatch(String::isBlank);
        }
    }

    @Test
    void rulesThatNeedCodeFindNothingWithoutAnAnalyser() throws IOException {
        NotebookValidator blind = builder().build();
        for (Path file : Notebooks.sample(notebooks())) {
            ValidationReport report = blind.validate(NotebookDocument.read(Files.readAllBytes(file)));
            assertThat(report.rulesFailed()).isEmpty();
            assertThat(report.findings())
                    .extracting(Finding::ruleId)
                    .doesNotContain("REP005", "REP007", "REP008", "A11Y02", "EXE001", "EXE002", "EXE003");
        }
    }

    /** The code cells as they were, but for cells with seeds and the scheme of addresses. */
    private static List<String> code(NotebookDocument document) {
        return dev.alain.validation.NotebookView.of(document).cells().stream()
                .filter(cell -> cell.type().equals("code"))
                .map(Cell::source)
                .filter(source -> !source.startsWith("# The same numbers in every run\n"))
                .map(source -> source.replace("https://", "http://"))
                .toList();
    }

    private static List<Path> notebooks() throws IOException {
        String data = System.getProperty("shared.data");
        assumeTrue(data != null && Files.isDirectory(Path.of(data, FOLDERS.get(0))), "no shared data");
        List<Path> found = new java.util.ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(Path.of(data, folder))) {
                files.filter(file -> file.toString().endsWith(".ipynb"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static NotebookValidator.Builder builder() {
        NotebookRule[] rules = Stream.of(ReproducibilityRules.ALL, AccessibilityRules.ALL, ExecutionRules.ALL)
                .flatMap(List::stream)
                .toArray(NotebookRule[]::new);
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules))
                .options(ValidationOptions.DEFAULTS.withProfiles(
                        Set.of("reproducibility", "accessibility", "execution", "published")));
    }

    private static NotebookValidator validator() {
        NotebookValidator.Builder builder = builder();
        java.util.ServiceLoader.load(dev.alain.code.CodeAnalyzer.class)
                .findFirst()
                .ifPresent(builder::analyzer);
        return builder.build();
    }
}
