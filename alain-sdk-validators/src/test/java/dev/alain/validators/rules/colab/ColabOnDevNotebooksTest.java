package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CellIds;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.Notebooks;
import dev.alain.validators.python.PythonAnalyzer;
import dev.alain.validators.rules.kaggle.KaggleRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both platforms' rules over real notebooks and over notebooks that were generated badly. */
final class ColabOnDevNotebooksTest {
    private static final NotebookValidator VALIDATOR = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
            .rules(() -> Stream.concat(ColabRules.ALL.stream(), KaggleRules.ALL.stream())
                    .toList())
            .analyzer(new PythonAnalyzer())
            .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("colab", "kaggle", "offline")))
            .build();

    private static List<Path> notebooks() throws IOException {
        String data = System.getProperty("shared.data");
        assumeTrue(data != null && Files.isDirectory(Path.of(data, "notebooks", "dev")), "no test data");
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("notebooks/dev", "predecessor-notebooks")) {
            try (Stream<Path> found = Files.list(Path.of(data, folder))) {
                found.filter(file -> file.toString().endsWith(".ipynb"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void nothingThrowsAndFixesKeepTheCode() throws IOException {
        for (Path file : Notebooks.sample(notebooks())) {
            NotebookDocument document = NotebookDocument.read(Files.readAllBytes(file));
            ValidationReport report = VALIDATOR.validate(document);
            assertThat(report.rulesFailed()).as(file.toString()).isEmpty();

            NotebookFixer fixer = NotebookFixer.using(VALIDATOR);
            NotebookFixer.Fixed fixed = fixer.fix(document);
            if (fixed.changed()) {
                assertThat(fixed.document().problems()).as(file.toString()).isEmpty();
                assertThat(fixer.fix(fixed.document()).changed())
                        .as(file.toString())
                        .isFalse();
                assertThat(code(fixed.document())).as(file.toString()).isEqualTo(code(document));
            }
        }
    }

    /** The lines of code without titles of forms and plotting backends, which fixes may move and replace. */
    private static List<String> code(NotebookDocument document) {
        List<String> lines = new ArrayList<>();
        NotebookFormat.mend(document, CellIds.fromContent())
                .ifPresent(notebook -> notebook.code()
                        .map(Cell::source)
                        .forEach(source -> source.lines()
                                .filter(line -> !line.contains("@title") && !line.contains("%matplotlib"))
                                .forEach(lines::add)));
        return lines;
    }
}
