package dev.alain.validators.rules.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CodeRulesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void mendsEveryDevelopmentNotebookOnceAndThrowsAtNone() throws IOException {
        Path corpus = Path.of(System.getProperty("shared.data", "none")).resolve("notebooks/dev");
        assumeTrue(Files.isDirectory(corpus), "no corpus");
        NotebookFixer fixer = NotebookFixer.using(validator(Set.of("code", "colab")));
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                NotebookFixer.Fixed fixed = fixer.fix(NotebookDocument.read(Files.readAllBytes(file)));

                assertThat(fixed.report().rulesFailed()).as(file.toString()).isEmpty();
                assertThat(fixer.fix(fixed.document()).changed())
                        .as("mending twice is mending once: " + file)
                        .isFalse();
            }
        }
    }

    @Test
    void colabIsTheTargetOnlyWhenItIsAskedFor() {
        String cell = "import catboost";

        assertThat(missing(Set.of("code", "colab"), cell)).isEqualTo(1);
        assertThat(missing(Set.of("code", "kaggle"), cell)).isZero();
        assertThat(missing(Set.of("code", "colab", "kaggle"), cell)).isEqualTo(1);
        assertThat(missing(Set.of("code"), cell)).isZero();
    }

    @Test
    void aPackageComesWithTheOneThatNeedsIt() {
        assertThat(missing(Set.of("code", "colab"), "%pip install -q unsloth", "import trl, peft, bitsandbytes"))
                .isZero();
        assertThat(missing(Set.of("code", "colab"), "pip install anthropic", "import anthropic"))
                .isZero();
        assertThat(missing(Set.of("code", "colab"), "!pip install -r requirements.txt", "import anthropic"))
                .isZero();
    }

    @Test
    void oneBrokenCellDoesNotDrownTheReport() {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            cell.append("print(undefined_").append(i).append(", f'x')\nimport os\n");
        }

        Map<String, Long> counts = findings(Set.of("code"), cell.toString()).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Finding::ruleId, java.util.stream.Collectors.counting()));

        assertThat(counts.get("COD003")).isEqualTo(20);
        assertThat(counts.get("COD010")).isLessThanOrEqualTo(60);
    }

    private static long missing(Set<String> profiles, String... cells) {
        return findings(profiles, cells).stream()
                .filter(finding -> finding.ruleId().equals("COD005"))
                .count();
    }

    private static List<Finding> findings(Set<String> profiles, String... sources) {
        ObjectNode notebook = MAPPER.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata");
        ArrayNode cells = notebook.putArray("cells");
        for (String source : sources) {
            ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "c" + cells.size());
            cell.putObject("metadata");
            cell.put("source", source).putNull("execution_count").putArray("outputs");
        }
        ValidationReport report = validator(profiles).validate(NotebookDocument.of(notebook));
        assertThat(report.rulesFailed()).isEmpty();
        return report.findings();
    }

    private static NotebookValidator validator(Set<String> profiles) {
        NotebookValidator.Builder validator = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(CodeRules.ALL.toArray(NotebookRule[]::new)))
                .options(ValidationOptions.DEFAULTS.withProfiles(profiles));
        ServiceLoader.load(CodeAnalyzer.class).findFirst().ifPresent(validator::analyzer);
        return validator.build();
    }
}
