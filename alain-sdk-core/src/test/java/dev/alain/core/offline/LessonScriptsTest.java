package dev.alain.core.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.Difficulty;
import dev.alain.Recipe;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.UiComponent;
import dev.alain.core.Cards;
import dev.alain.core.research.FileResearch;
import dev.alain.core.teach.SectionOrder;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Question;
import dev.alain.lesson.Section;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every lesson, at every level, with every interface, keeps the contract of outline and section. */
final class LessonScriptsTest {
    /** Task and library, and the title that shows which lesson was chosen. */
    private static final Map<List<String>, String> LESSONS = Map.ofEntries(
            Map.entry(List.of("text-generation", "transformers"), "Continue text with"),
            Map.entry(List.of("text2text-generation", "transformers"), "Solve text tasks with"),
            Map.entry(List.of("text-classification", "transformers"), "Classify text with"),
            Map.entry(List.of("token-classification", "transformers"), "Find entities with"),
            Map.entry(List.of("question-answering", "transformers"), "Answer questions from a text with"),
            Map.entry(List.of("summarization", "transformers"), "Summarise text with"),
            Map.entry(List.of("translation", "transformers"), "Translate with"),
            Map.entry(List.of("fill-mask", "transformers"), "Fill gaps with"),
            Map.entry(List.of("feature-extraction", "transformers"), "Turn text into vectors with"),
            Map.entry(List.of("sentence-similarity", "sentence-transformers"), "Search by meaning with"),
            Map.entry(List.of("zero-shot-classification", "transformers"), "Classify without training data with"),
            Map.entry(List.of("automatic-speech-recognition", "transformers"), "Turn speech into text with"),
            Map.entry(List.of("text-to-speech", "transformers"), "speak"),
            Map.entry(List.of("image-classification", "transformers"), "Classify pictures with"),
            Map.entry(List.of("object-detection", "transformers"), "Find objects in pictures with"),
            Map.entry(List.of("text-to-image", "diffusers"), "Make pictures with"),
            Map.entry(List.of("image-text-to-text", "transformers"), "Talk about pictures with"),
            Map.entry(List.of("tabular-classification", "sklearn"), "Classify rows of a table with"),
            Map.entry(List.of("robotics", "lerobot"), "First steps with"));

    private final OfflineTeacher teacher = new OfflineTeacher();

    @Test
    void choosesTheLessonOfTheTask() {
        LESSONS.forEach(
                (model, title) -> assertThat(outline(recipe(model).build()).title())
                        .as(model.toString())
                        .contains(title));
    }

    @Test
    void takesNoLanguageForAChatModel() {
        assertThat(outline(Recipe.about(new Subject.PastedText(
                                        Cards.of("text-generation", "transformers"), "acme/gpt-italian"))
                                .build())
                        .title())
                .contains("Continue text with");
    }

    @Test
    void choosesTheChatLessonForChatModelsAndLlamaCppForGguf() {
        assertThat(outline(
                                text(
                                        "---\npipeline_tag: text-generation\n---\n# Tiny Instruct\nA model that chats with everybody about everything.\n"))
                        .title())
                .startsWith("Chat with");
        assertThat(outline(
                                text(
                                        "---\npipeline_tag: text-generation\ntags: [gguf]\n---\n# Tiny\nA model in a quantised file for small machines.\n"))
                        .title())
                .contains("llama.cpp");
    }

    @Test
    void keepsTheContractAtEveryLevelWithEveryInterface() {
        LESSONS.keySet().forEach(model -> {
            Dossier dossier = dossier(recipe(model).build());
            for (Difficulty difficulty : Difficulty.values()) {
                for (UiComponent ui : UiComponent.KNOWN) {
                    Recipe recipe = recipe(model)
                            .difficulty(difficulty)
                            .ui(ui)
                            .topic("beekeeping")
                            .build();
                    check(recipe, dossier, teacher.outline(recipe, dossier));
                }
            }
        });
    }

    @Test
    void keepsDependenciesWhenStepsAreLeftOut() {
        LESSONS.keySet().forEach(model -> {
            for (int most = 1; most <= 8; most++) {
                Recipe recipe = recipe(model).maxSections(most).build();
                Outline outline = outline(recipe);
                assertThat(outline.steps()).hasSizeLessThanOrEqualTo(most);
                assertThat(missingNames(outline)).as(model + " " + most).isEmpty();
            }
        });
    }

    @Test
    void actsOnContentNotOnWords() {
        Recipe beginner = recipe(List.of("text-generation", "transformers"))
                .difficulty(Difficulty.BEGINNER)
                .build();
        Recipe advanced = beginner.toBuilder().difficulty(Difficulty.ADVANCED).build();

        assertThat(comments(beginner)).isGreaterThan(comments(advanced));
        assertThat(outline(advanced).steps())
                .hasSizeGreaterThan(outline(beginner).steps().size());
    }

    @Test
    void putsTheTopicIntoExamplesAsPythonLiterals() {
        Recipe recipe = recipe(List.of("text-classification", "transformers"))
                .topic("\"quoted\" \\ bread")
                .build();
        Dossier dossier = dossier(recipe);
        Section section =
                teacher.section(new SectionOrder(recipe, dossier, teacher.outline(recipe, dossier), 3, 0, List.of()));

        assertThat(section.content().toString()).contains("\\\"quoted\\\" \\\\ bread");
    }

    private void check(Recipe recipe, Dossier dossier, Outline outline) {
        String what =
                outline.title() + " " + recipe.difficulty() + " " + recipe.ui().name();
        assertThat(outline.steps()).as(what).hasSizeBetween(6, 10);
        assertThat(outline.objectives()).as(what).hasSizeBetween(3, 5);
        assertThat(outline.prerequisites()).as(what).hasSizeBetween(1, 8);
        assertThat(outline.exercises()).as(what).hasSizeBetween(2, 3);
        assertThat(outline.questions()).as(what).hasSizeGreaterThanOrEqualTo(4);
        assertThat(outline.references()).as(what).hasSizeGreaterThanOrEqualTo(2);
        assertThat(outline.overview().length()).as(what).isGreaterThanOrEqualTo(120);
        assertThat(outline.summary().length()).as(what).isGreaterThanOrEqualTo(120);
        assertThat(outline.title().length()).as(what).isLessThanOrEqualTo(120);
        assertThat(outline.setup().requirements()).as(what).anyMatch(line -> line.startsWith("ipywidgets=="));
        assertThat(missingNames(outline)).as(what).isEmpty();
        for (Question question : outline.questions()) {
            assertThat(new HashSet<>(question.options()))
                    .as(question.question())
                    .hasSize(4);
        }
        for (Step step : outline.steps()) {
            Section section = teacher.section(new SectionOrder(recipe, dossier, outline, step.number(), 0, List.of()));
            assertThat(section.content())
                    .as(what + step.title())
                    .anyMatch(cell -> cell.isCode())
                    .anyMatch(cell -> !cell.isCode());
            assertThat(section.callouts()).as(what + step.title()).isNotEmpty();
            assertThat(section.prerequisitesCheck()).as(what + step.title()).isNotEmpty();
            assertThat(section.estimatedTokens()).as(what + step.title()).isBetween(200, 2400);
        }
    }

    /** Names that a step uses and no earlier one introduces; those of the configuration cell are always there. */
    private static Set<String> missingNames(Outline outline) {
        Set<String> known = new HashSet<>(Set.of("MODEL_ID", "REVISION", "SEED", "DEVICE", "DTYPE"));
        Set<String> missing = new HashSet<>();
        for (Step step : outline.steps()) {
            step.uses().stream().filter(name -> !known.contains(name)).forEach(missing::add);
            known.addAll(step.introduces());
        }
        return missing;
    }

    private long comments(Recipe recipe) {
        Dossier dossier = dossier(recipe);
        Outline outline = teacher.outline(recipe, dossier);
        return outline.steps().stream()
                .limit(5)
                .flatMap(
                        step -> teacher
                                .section(new SectionOrder(recipe, dossier, outline, step.number(), 0, List.of()))
                                .content()
                                .stream())
                .filter(cell -> cell.isCode())
                .flatMap(cell -> cell.source().lines())
                .filter(line -> line.strip().startsWith("# "))
                .count();
    }

    private static Recipe.Builder recipe(List<String> model) {
        return Recipe.about(Cards.subject(model.get(0), model.get(1)));
    }

    private static Recipe text(String card) {
        return Recipe.forText(card).build();
    }

    private static Dossier dossier(Recipe recipe) {
        return new FileResearch().research(recipe.subject(), ResearchMode.STANDARD);
    }

    private Outline outline(Recipe recipe) {
        return teacher.outline(recipe, dossier(recipe));
    }
}
