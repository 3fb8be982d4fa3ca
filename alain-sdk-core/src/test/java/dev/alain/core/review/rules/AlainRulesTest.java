package dev.alain.core.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.CookbookGenerator;
import dev.alain.Recipe;
import dev.alain.core.Cards;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each rule accepts a generated notebook and finds the one thing that is broken in it. */
final class AlainRulesTest {
    private static final Notebook GOOD = generated();

    private static Notebook generated() {
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            return generator
                    .generate(Recipe.about(Cards.subject("text-classification", "transformers"))
                            .build())
                    .notebook();
        }
    }

    @Test
    void acceptAGeneratedNotebook() {
        ValidationReport report = validate(GOOD);

        assertThat(report.findings()).isEmpty();
        assertThat(report.score()).isEqualTo(100);
        assertThat(report.summary()).isEqualTo("PASSED, score 100, 0 errors, 0 warnings, 0 remarks");
        assertThat(report.rulesRun()).hasSize(new AlainRules().rules().size());
    }

    @Test
    void countOneErrorInTheSingular() {
        ValidationReport report = validate(text("s02-c2", source -> source + "\n%pip install acme==1.0"));

        assertThat(report.summary()).contains(" 1 error, 1 warning, 0 remarks");
    }

    @Test
    void findWhatIsBroken() {
        finds("ALN001", text("title", source -> source.replace("# ", "## ")));
        finds("ALN002", without("recipe"));
        finds("ALN003", text("objectives", source -> source.replaceAll("(?m)^[2-9]\\. .*$", "")));
        finds("ALN004", without("prerequisites"));
        finds("ALN005", text("setup", source -> source.replaceAll("transformers==\\S+", "transformers")));
        finds("ALN005", text("s02-c2", source -> source + "\n%pip install acme==1.0"));
        finds("ALN006", without("configuration-text"));
        finds("ALN007", text("s03-c1", source -> source.replace("Step 3:", "Step 4:")));
        finds(
                "ALN008",
                text(
                        "s03-c1",
                        source -> source,
                        cells -> cells.replaceAll(cell -> cell.id().startsWith("s03")
                                ? cell.withSource(cell.source().replaceAll("> \\*\\*\\w+:\\*\\*", ">"))
                                : cell)));
        finds(
                "ALN009",
                text(
                        "s03-c1",
                        source -> source,
                        cells -> cells.replaceAll(cell -> cell.id().startsWith("s03")
                                ? cell.withSource(cell.source().replace("**Next section:**", ""))
                                : cell)));
        finds("ALN010", without("ex-1"));
        finds("ALN011", text("quiz-1", source -> source.replaceAll("(?m)^ +[0-3],$", "        0,")));
        finds("ALN012", without("references"));
        finds("ALN013", text("title", source -> source, cells -> {
            for (int i = 0; i < 60; i++) {
                cells.add(MarkdownCell.of("more-" + i, "more"));
            }
        }));
        finds("ALN014", text("s03-c2", source -> source + "\n# TODO: write the rest"));
        finds("ALN014", text("s03-c2", source -> source + "\n..."));
        finds("ALN015", text("configuration", source -> source.replace("torch.manual_seed(SEED)", "pass")));
        finds("ALN018", without("about"));
        finds("ALN019", text("title", source -> source, cells -> {
            for (int i = 0; i < 4; i++) {
                cells.add(CodeCell.of("run-" + i, "x = 1"));
            }
        }));
        finds("ALN020", text("s03-c2", source -> source + "\nkey = 'sk-proj-" + "a1B2".repeat(8) + "'"));
    }

    @Test
    void findMissingMetadataAndChangedCells() {
        ObjectNode metadata = GOOD.metadata();
        metadata.withObject("alain").remove("recipe");
        finds("ALN016", GOOD.withMetadata(metadata));

        Finding changed = validate(text("s03-c2", source -> source + "\nx = 1"))
                .findings()
                .get(0);
        assertThat(changed.ruleId()).isEqualTo("ALN016");
        assertThat(changed.severity()).isEqualTo(Severity.WARNING);
        assertThat(changed.cellId()).contains("s03-c2");
    }

    @Test
    void acceptEllipsesThatAreValidPythonAndKeysThatAreNames() {
        assertThat(ids(text(
                        "s03-c2",
                        source ->
                                source + "\nx[..., 0]\nhf_hub_download('a')\nmodel_hf_large_name_with_many_words = 1")))
                .doesNotContain("ALN014", "ALN020");
    }

    @Test
    void findOutputs() {
        String json = new String(GOOD.toBytes(), StandardCharsets.UTF_8)
                .replaceFirst("\"execution_count\": null", "\"execution_count\": 1");

        assertThat(NotebookValidator.builder()
                        .build()
                        .validate(NotebookDocument.read(json.getBytes(StandardCharsets.UTF_8)))
                        .findings())
                .anyMatch(finding -> finding.ruleId().equals("ALN017"));
    }

    @Test
    void areSkippedForNotebooksOfOthersAndSaySo() {
        ObjectNode metadata = GOOD.metadata();
        metadata.remove("alain");
        ValidationReport report = validate(GOOD.withMetadata(metadata));

        assertThat(report.rulesRun()).containsExactly("FMT003");
        assertThat(report.rulesSkipped()).containsKey("ALN001");
    }

    @Test
    void namePlacesInInvalidFiles() {
        ValidationReport report = NotebookValidator.builder()
                .build()
                .validate(NotebookDocument.read(
                        "{\"nbformat\":4,\"nbformat_minor\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\"}]}"
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(report.passed()).isFalse();
        assertThat(report.findings().get(0).message()).startsWith("cells[0].");
        assertThat(report.toMarkdown()).contains("### FMT003 · The document is valid");
    }

    @Test
    void haveUniqueIdsAndNames() {
        List<NotebookRule> rules = new AlainRules().rules();
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> assertThat(
                        names.add(rule.info().id()) && names.add(rule.info().slug()))
                .isTrue());
    }

    private static void finds(String rule, Notebook broken) {
        assertThat(ids(broken)).contains(rule);
    }

    private static List<String> ids(Notebook notebook) {
        return validate(notebook).findings().stream().map(Finding::ruleId).toList();
    }

    private static ValidationReport validate(Notebook notebook) {
        return NotebookValidator.builder().build().validate(notebook);
    }

    private static Notebook without(String id) {
        return GOOD.withCells(
                GOOD.cells().stream().filter(cell -> !cell.id().equals(id)).toList());
    }

    private static Notebook text(String id, UnaryOperator<String> change) {
        return text(id, change, cells -> {});
    }

    private static Notebook text(
            String id, UnaryOperator<String> change, java.util.function.Consumer<List<Cell>> more) {
        List<Cell> cells = new ArrayList<>(GOOD.cells());
        cells.replaceAll(cell -> cell.id().equals(id) ? cell.withSource(change.apply(cell.source())) : cell);
        more.accept(cells);
        return GOOD.withCells(cells);
    }
}
