package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.python.PythonAnalyzer;
import dev.alain.validators.rules.kaggle.KaggleRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells of thousands of lines end, and are not answered with thousands of findings. */
final class LargeCellsTest {
    private static final int LINES = 1_000;

    private static ValidationReport report(String source) {
        Notebook notebook = Notebook.of(JsonNodeFactory.instance.objectNode(), List.of(CodeCell.of("c", source)));
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(() -> Stream.concat(ColabRules.ALL.stream(), KaggleRules.ALL.stream())
                        .toList())
                .analyzer(new PythonAnalyzer())
                .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("colab", "kaggle", "offline")))
                .build()
                .validate(NotebookDocument.read(notebook.toBytes()));
    }

    @Test
    void findingsAreCapped() {
        List<String> lines = new ArrayList<>(List.of("from transformers import AutoModel", "x = 1"));
        for (int i = 0; i < LINES; i++) {
            lines.add("m%d = AutoModel.from_pretrained('a/b-70b', device='cuda')".formatted(i));
            lines.add("p = '/content/a%d' # @param ['x']".formatted(i));
            lines.add("input()");
            lines.add("open('/kaggle/input/%d', 'w')".formatted(i));
        }
        ValidationReport report = report(String.join("\n", lines));

        assertThat(report.rulesFailed()).isEmpty();
        assertThat(report.findings()).hasSizeBetween(5, 60);
    }

    @Test
    void oneLongLineEnds() {
        String paths = "'/content/x' if a else '.', ".repeat(LINES);
        assertThat(report("paths = [" + paths + "]").rulesFailed()).isEmpty();
        assertThat(report("if a: " + "input(); ".repeat(LINES)).rulesFailed()).isEmpty();
        assertThat(report("%pip install " + "numpy==1.0 ".repeat(LINES)).rulesFailed())
                .isEmpty();
    }
}
