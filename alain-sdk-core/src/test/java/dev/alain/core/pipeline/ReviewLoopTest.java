package dev.alain.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.CookbookGenerator;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.core.Cards;
import dev.alain.core.observe.MicrometerListener;
import dev.alain.notebook.Cell;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.QualityGate;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Validate, fix, have it rewritten, validate again. */
@Timeout(90)
final class ReviewLoopTest {
    private static final Recipe RECIPE = Recipe.about(Cards.subject("text-classification", "transformers"))
            .topic("bread")
            .maxSections(3)
            .build();

    @Test
    void mendsWhatIsSafeAndRenewsHashAndFigures() {
        RuleCatalog shout = RuleCatalog.of(inStep(
                "s02-c1",
                Severity.ERROR,
                cell -> cell.source().contains("MENDED")
                        ? null
                        : Fix.safe("adds a word", new Fix.ReplaceCell(cell.id(), cell.source() + " MENDED"))));
        ScriptedChatModel model = ScriptedChatModel.of(new ScriptedLesson(3));
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).rules(shout).build()) {
            NotebookArtifact manual = generator.generate(RECIPE);

            Cell cell = manual.notebook().cell("s02-c1").orElseThrow();
            assertThat(cell.source()).endsWith(" MENDED");
            assertThat(model.calls()).as("nothing was asked for again").isEqualTo(4);
            assertThat(manual.report().findings()).isEmpty();
            assertThat(manual.metrics().path("fixes").get(0).asText()).isEqualTo("ACME1 in s02-c1: adds a word");
            JsonNode alain = manual.notebook().metadata().path("alain");
            assertThat(alain.path("cells").path("s02-c1").path("role").asText()).isNotEqualTo("fix");
            assertThat(alain.path("metrics").path("words").asInt())
                    .isEqualTo(manual.metrics().path("notebook").path("words").asInt());
        }
    }

    @Test
    void givesTheWritersInstructionsToTheTeacher() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ScriptedChatModel model = ScriptedChatModel.of(new ScriptedLesson(3));
        RuleCatalog rule = RuleCatalog.of(
                inStep("s02-c1", Severity.ERROR, cell -> Fix.instruct(cell.id(), "Say what the plot shows.")));
        try (CookbookGenerator generator = CookbookGenerator.builder()
                .chatModel(model)
                .rules(rule)
                .listener(new MicrometerListener(registry))
                .build()) {
            NotebookArtifact manual = generator.generate(RECIPE);

            assertThat(model.calls()).as("one section was asked for again").isGreaterThan(4);
            assertThat(model.prompts().get(4)).contains("Say what the plot shows.", "ACME1", "SECTION_NUMBER: 2");
            assertThat(manual.report().passed()).isFalse();
            assertThat(registry.get("alain_validation_failures_total")
                            .tag("rule", "ACME1")
                            .counter()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void sendsWarningsBackWhenTheGateAsksForIt() {
        RuleCatalog rule = RuleCatalog.of(
                inStep("s02-c1", Severity.WARNING, cell -> Fix.instruct(cell.id(), "Write shorter sentences.")));
        ScriptedChatModel lax = ScriptedChatModel.of(new ScriptedLesson(3));
        ScriptedChatModel strict = ScriptedChatModel.of(new ScriptedLesson(3));

        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(lax).rules(rule).build()) {
            assertThat(generator.generate(RECIPE).metrics().path("accepted").asBoolean())
                    .isTrue();
        }
        try (CookbookGenerator generator = CookbookGenerator.builder()
                .chatModel(strict)
                .rules(rule)
                .qualityGate(new QualityGate(Severity.ERROR, 99))
                .build()) {
            assertThat(generator.generate(RECIPE).metrics().path("accepted").asBoolean())
                    .isFalse();
        }
        assertThat(lax.calls()).isEqualTo(4);
        assertThat(strict.calls()).isGreaterThan(4);
        assertThat(strict.prompts().get(4)).contains("Write shorter sentences.");
    }

    /** Finds something in one cell as long as there is a fix for it. */
    private static NotebookRule inStep(
            String id, Severity severity, Function<Cell, @org.jspecify.annotations.Nullable Fix> fix) {
        RuleInfo info = new RuleInfo("ACME1", "acme", "a test", severity, Set.of("acme"), true);
        return new NotebookRule() {
            @Override
            public RuleInfo info() {
                return info;
            }

            @Override
            public void check(NotebookView view, dev.alain.validation.FindingSink findings) {
                view.cells().stream().filter(cell -> cell.id().equals(id)).forEach(cell -> {
                    Fix offered = fix.apply(cell);
                    if (offered != null) {
                        findings.report(Finding.of(info, "the cell is not as the team wants it")
                                .cell(id)
                                .fixes(offered)
                                .build());
                    }
                });
            }
        };
    }
}
