package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.Catalogue;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hostile notebooks do not make the rules throw or report without end. */
final class RunAndReadRulesGrowthTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final NotebookValidator VALIDATOR = validator();

    @Test
    void aCellHasFewFindingsOfAKind() {
        String markdown =
                "![](a.png) [here](b) <img src=c.png> <a href=d>here</a>\n\n**Bold**\n\ntext\n\n".repeat(2000);
        String code = "Image.open('a%d.png')\nwhile True: pass\n!wget http://a.org/x%d.zip\ny = '/home/anna/x'\n";
        StringBuilder cell = new StringBuilder("from PIL import Image\n");
        for (int i = 0; i < 500; i++) {
            cell.append(code.formatted(i, i));
        }

        ValidationReport report = VALIDATOR.validate(notebook(markdown, cell.toString()));

        assertThat(report.rulesFailed()).isEmpty();
        Map<String, Long> counts =
                report.findings().stream().collect(Collectors.groupingBy(Finding::ruleId, Collectors.counting()));
        counts.forEach((rule, count) -> assertThat(count).as(rule).isLessThanOrEqualTo(41));
    }

    @Test
    void noiseDoesNotMakeARuleThrow() {
        Random random = new Random(11);
        String[] pieces = {
            "<table>",
            "<tr>",
            "</table>",
            "<a href=",
            "<img",
            ">",
            "**",
            "__",
            "#",
            "\n",
            "\n\n",
            "|",
            "---",
            "[",
            "](",
            ")",
            "http://",
            "C:\\",
            "/home/",
            "open('",
            "')",
            "!wget ",
            "%%bash\n",
            "😀",
            "range(",
            "time.sleep(",
            "\"",
            "{",
            "}"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(VALIDATOR
                            .validate(notebook(text.toString(), text.toString()))
                            .rulesFailed())
                    .as(text.toString())
                    .isEmpty();
        }
    }

    private static NotebookDocument notebook(String markdown, String code) {
        ObjectNode notebook = MAPPER.createObjectNode();
        ObjectNode cell = notebook.putArray("cells").addObject();
        cell.put("cell_type", "markdown").put("id", "m").put("source", markdown).putObject("metadata");
        ObjectNode second = notebook.withArray("cells").addObject();
        second.put("cell_type", "code").put("id", "c").put("source", code).putObject("metadata");
        second.putNull("execution_count").putArray("outputs");
        notebook.putObject("metadata");
        return NotebookDocument.of(notebook.put("nbformat", 4).put("nbformat_minor", 5));
    }

    private static NotebookValidator validator() {
        NotebookValidator.Builder builder = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(new Catalogue()
                        .rules().stream()
                                .filter(rule -> rule.info().profiles().stream()
                                        .anyMatch(Set.of("reproducibility", "accessibility", "execution")::contains))
                                .toArray(dev.alain.validation.NotebookRule[]::new)))
                .options(ValidationOptions.DEFAULTS);
        java.util.ServiceLoader.load(dev.alain.code.CodeAnalyzer.class)
                .findFirst()
                .ifPresent(builder::analyzer);
        return builder.build();
    }
}
