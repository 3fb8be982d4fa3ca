package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.NotebookView;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file holds, format and structure rules answer, and in time that grows with the file. */
final class FormatAndStructureRobustnessTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGE = 40_000;

    private final NotebookValidator validator = Corpora.validator("FMT", "STR");
    private final NotebookFixer fixer = NotebookFixer.using(validator);

    @Test
    void answersForDamagedNotebooks() throws IOException {
        Random random = new Random(20261121);
        List<Corpora.Sample> samples = Corpora.dev();
        for (int i = 0; i < 150; i++) {
            Corpora.Sample sample = samples.get(random.nextInt(samples.size()));
            if (sample.document().json().isPresent() && sample.document().bytes().length < 60_000) {
                ObjectNode root = (ObjectNode) sample.document().json().get();
                for (int hit = 0; hit < 3; hit++) {
                    damage(root, random);
                }
                holds(NotebookDocument.read(MAPPER.writeValueAsBytes(root)));
            }
        }
    }

    @Test
    void answersForFilesThatWereCutOff() throws IOException {
        Random random = new Random(7);
        for (Corpora.Sample sample : Corpora.predecessor()) {
            byte[] bytes = sample.document().bytes();
            int length = random.nextInt(bytes.length);
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThat(rules(validator.validate(NotebookDocument.read(cut)))).contains("FMT001");
        }
    }

    private void holds(NotebookDocument document) {
        ValidationReport report = validator.validate(document);
        assertThat(report.rulesFailed()).isEmpty();
        if (NotebookView.of(document).notebook().isPresent()) {
            NotebookFixer.Fixed fixed = fixer.fix(document);
            assertThat(fixed.document().problems()).isEmpty();
            assertThat(fixer.fix(fixed.document()).changed()).isFalse();
        }
    }

    /** Replaces, removes or doubles something somewhere. */
    private static void damage(ObjectNode root, Random random) {
        JsonNode node = root;
        for (int depth = 0; depth < 7; depth++) {
            List<JsonNode> inner = new ArrayList<>();
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    inner.add(child);
                }
            });
            if (inner.isEmpty() || depth > 1 && random.nextInt(4) == 0) {
                break;
            }
            node = inner.get(random.nextInt(inner.size()));
        }
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.set(name, odd(random));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            array.set(at, random.nextBoolean() ? odd(random) : array.get(random.nextInt(array.size())));
        }
    }

    private static JsonNode odd(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(-1);
            case 2 -> json.textNode("a,b\u202e\u200b");
            case 3 -> json.arrayNode().add(7);
            case 4 -> json.objectNode().put("x", 1);
            case 5 -> json.booleanNode(true);
            case 6 -> json.numberNode(4.0);
            default -> json.textNode("");
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5})
    void answersForHalfPairs(int minor) {
        String id = minor == 5 ? "\"id\": \"a\", " : "";
        String text = """
                {"cells": [{"cell_type": "markdown", %s"metadata": {}, "source": "a\\ud800b"}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": %d}
                """.formatted(id, minor);
        NotebookDocument document = NotebookDocument.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(rules(validator.validate(document))).contains("FMT018");
        NotebookFixer.Fixed fixed = fixer.fix(document);
        assertThat(rules(fixed.report())).doesNotContain("FMT018", "FMT009");
        assertThat(fixed.document().problems()).isEmpty();
    }

    @Test
    void leavesHalfPairsInTextLiteralsToAPerson() {
        String text = """
                {"cells": [{"cell_type": "code", "metadata": {}, "source": "x = '\\ud800'", "execution_count": 1, "outputs": []}],
                 "metadata": {"title": "\\ud800"}, "nbformat": 4, "nbformat_minor": 4}
                """;
        NotebookDocument document = NotebookDocument.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(rules(validator.validate(document))).contains("FMT018");
        assertThat(fixer.fix(document).changed()).isFalse();
    }

    @Test
    void answersForHalfPairsInOutputs() {
        String text = """
                {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "x", "execution_count": 1,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "\\udc00"}]}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """;
        NotebookDocument document = NotebookDocument.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(rules(validator.validate(document))).contains("FMT018");
        assertThat(rules(fixer.fix(document).report())).doesNotContain("FMT018");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05d0\u200f",
                "\u200d",
                "`",
                "$",
                "\\n",
                "<b>",
                "<!--",
                "# ",
                "\"",
                "'''",
                "#\n",
                "\\(a",
                "TODO ",
                "<h1>",
                "```\n",
                "\\n\\n"
            })
    void takesTimeThatGrowsWithTheCell(String piece) {
        String text = piece.repeat(LARGE / piece.length());
        Notebook notebook = Notebook.of(
                JsonNodeFactory.instance.objectNode(),
                List.of(MarkdownCell.of("a", text), CodeCell.of("b", text), MarkdownCell.of("c", "x " + text)));
        ValidationReport report = validator.validate(NotebookDocument.read(NotebookFormat.write(notebook)));
        assertThat(report.rulesFailed()).isEmpty();
        assertThat(report.findings().size()).isLessThan(200);
    }

    @Test
    void takesTimeThatGrowsWithTheNumberOfCells() {
        List<dev.alain.notebook.Cell> cells = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            cells.add(i % 2 == 0 ? MarkdownCell.of("m" + i, "# Step 1: x") : CodeCell.of("c" + i, "# TODO: x"));
        }
        Notebook notebook = Notebook.of(JsonNodeFactory.instance.objectNode(), cells);
        NotebookView view = NotebookView.of(NotebookDocument.read(NotebookFormat.write(notebook)));
        new dev.alain.validators.Catalogue()
                .rules().stream()
                        .filter(rule -> rule.info().id().matches("(FMT|STR)\\d+"))
                        .forEach(rule -> rule.check(view, finding -> {}));
        assertThat(view.cells()).hasSize(4_000);
    }

    private static List<String> rules(ValidationReport report) {
        assertThat(report.rulesFailed()).isEmpty();
        return report.findings().stream().map(finding -> finding.ruleId()).toList();
    }
}
