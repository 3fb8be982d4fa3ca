package dev.alain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Question;
import dev.alain.lesson.Reference;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Setup;
import dev.alain.lesson.Step;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import dev.alain.research.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every type that a stage passes on survives any host's ObjectMapper. */
final class JsonRoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void keepsARecipe() throws Exception {
        Recipe recipe = Recipe.about(new Subject.ModelCard("cards/tiny.md", "acme/tiny"))
                .difficulty(Difficulty.ADVANCED)
                .topic("sourdough bread")
                .ui(UiComponent.GRADIO)
                .prompts(PromptPack.of("one", "two"))
                .parent("r-1")
                .budget(Budget.defaults().withCalls(7))
                .build();

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(recipe), Recipe.class))
                .isEqualTo(recipe);
        assertThat(recipe.toBuilder().build()).isEqualTo(recipe);
    }

    @Test
    void givesWhatARecipeLeavesOutItsDefaultAndNothingElse() throws Exception {
        String subjects = "\"subjects\":[{\"kind\":\"text\",\"text\":\"# Tiny\"}]";

        assertThat(MAPPER.readValue("{" + subjects + "}", Recipe.class))
                .isEqualTo(Recipe.forText("# Tiny").build());
        assertThatThrownBy(() -> MAPPER.readValue("{" + subjects + ",\"max_sections\":0}", Recipe.class))
                .hasMessageContaining("max sections must be 1 to 15, not 0");
    }

    @Test
    void keepsEveryKindOfSubject() throws Exception {
        for (Subject subject : List.of(
                new Subject.HuggingFaceModel(dev.alain.research.ModelReference.parse("acme/tiny@v1")),
                new Subject.ModelCard("a.md", ""),
                new Subject.PastedText("# Tiny", "acme/tiny"),
                new Subject.Repository("acme/code", "main"),
                new Subject.Dataset("words.csv"))) {
            assertThat(MAPPER.readValue(MAPPER.writerFor(Subject.class).writeValueAsString(subject), Subject.class))
                    .isEqualTo(subject);
        }
    }

    @Test
    void keepsADossier() throws Exception {
        Dossier dossier = new Dossier(
                "acme/tiny",
                "Tiny",
                List.of(new SourceRef("card", "README.md", "ab", "", "", "mit")),
                List.of(new Fact("f1", Fact.LICENSE, "mit", Evidence.lines("card", 2, 2))),
                List.of(new Snippet("s1", "python", SnippetUse.USAGE, 9, "Usage", "x = 1", Evidence.at("card", "/a"))),
                List.of("odd"));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(dossier), Dossier.class))
                .isEqualTo(dossier);
    }

    @Test
    void keepsAnOutlineAndASection() throws Exception {
        Outline outline = new Outline(
                "T",
                "O",
                List.of("a"),
                List.of("b"),
                new Setup(List.of("torch"), List.of(), List.of()),
                List.of(new Step(1, "Step 1: Go", "setup", 10, "code", "g", List.of("x"), List.of(), List.of("f1"))),
                List.of(),
                List.of(new Question("q", List.of("a", "b", "c", "d"), 2, "because", 1)),
                "S",
                List.of("n"),
                List.of(new Reference("Page", "https://example.org", "v1")));
        Section section = new Section(
                1,
                "Step 1: Go",
                List.of(SectionCell.code("x = 1")),
                List.of(),
                3,
                List.of(),
                "",
                List.of(),
                List.of("x"));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(outline), Outline.class))
                .isEqualTo(outline);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(section), Section.class))
                .isEqualTo(section);
        assertThat(outline.steps().get(0).heading()).isEqualTo("Go");
        assertThat(outline.questions().get(0).withCorrectAt(0).options()).containsExactly("c", "b", "a", "d");
    }

    @Test
    void readsAnOutlineInTheOriginalsShape() throws Exception {
        Outline outline = MAPPER.readValue("""
                {"title": "T", "next_steps": "one thing", "references": ["https://example.org"], "unknown": 1}
                """, Outline.class);

        assertThat(outline.nextSteps()).containsExactly("one thing");
        assertThat(outline.references()).containsExactly(Reference.of("https://example.org"));
        assertThat(outline.steps()).isEmpty();
    }

    @Test
    void keepsANotebook() throws Exception {
        Notebook notebook = Notebook.of(
                MAPPER.createObjectNode(),
                List.of(MarkdownCell.of("title", "# Hi\n"), CodeCell.of("c", "x = 1", "setup")));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(notebook), Notebook.class))
                .isEqualTo(notebook);
    }
}
