package dev.alain.core.pipeline;

import dev.alain.Recipe;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Subject;
import dev.alain.core.assemble.Assembler;
import dev.alain.core.assemble.WrittenBy;
import dev.alain.core.teach.Teacher;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.research.ResearchSource;
import dev.alain.stage.Stage;
import java.util.Collections;
import java.util.List;

/** The stages of a generation as functions with keys. */
final class Stages {
    private static final String[] LESSON_FIELDS = {
        "difficulty", "topic", "prompts", "ui", "template", "language", "max_sections"
    };

    private final List<ResearchSource> sources;
    private final Teacher teacher;
    private final Assembler assembler = new Assembler();

    Stages(List<ResearchSource> sources, Teacher teacher) {
        this.sources = List.copyOf(sources);
        this.teacher = teacher;
    }

    Teacher teacher() {
        return teacher;
    }

    /** What a section rests on. */
    record SectionInput(Recipe recipe, Dossier dossier, Outline outline, int number) {}

    /** What an outline rests on. */
    record OutlineInput(Recipe recipe, Dossier dossier) {}

    /** What a notebook rests on. */
    record NotebookInput(Recipe recipe, Dossier dossier, Outline outline, List<Section> sections) {}

    PipelineStage<Recipe, Dossier> research() {
        return new PipelineStage<>(
                "research",
                1,
                Dossier.class,
                recipe -> new KeyBuilder("research", 1)
                        .recipe(recipe.toBuilder().seed(0).build(), "research_mode")
                        .input("subject", source(recipe.subject()).fingerprint(recipe.subject()))
                        .build(),
                recipe -> source(recipe.subject()).research(recipe.subject(), recipe.researchMode()));
    }

    private ResearchSource source(Subject subject) {
        return sources.stream()
                .filter(candidate -> candidate.supports(subject))
                .findFirst()
                .orElseThrow(() -> new ResearchException(
                        Reason.UNSUPPORTED,
                        "no research source takes " + subject.name(),
                        "Give a model card, or fill the Hugging Face cache and name it"));
    }

    PipelineStage<OutlineInput, Outline> outline() {
        return new PipelineStage<>(
                "outline",
                1,
                Outline.class,
                input -> new KeyBuilder("outline", 1)
                        .teacher(teacher.promptSet(), teacher.id())
                        .recipe(input.recipe(), LESSON_FIELDS)
                        .input("dossier", input.dossier())
                        .build(),
                input -> teacher.outline(input.recipe(), input.dossier()));
    }

    PipelineStage<SectionInput, Section> section() {
        return new PipelineStage<>(
                "section",
                1,
                Section.class,
                input -> new KeyBuilder("section", 1)
                        .teacher(teacher.promptSet(), teacher.id())
                        .recipe(input.recipe(), LESSON_FIELDS)
                        .input("dossier", input.dossier())
                        .input("outline", input.outline())
                        .step(input.number())
                        .build(),
                input -> teacher.section(input.recipe(), input.dossier(), input.outline(), input.number()));
    }

    PipelineStage<NotebookInput, Notebook> notebook() {
        return new PipelineStage<>(
                "notebook",
                Assembler.VERSION,
                Notebook.class,
                input -> new KeyBuilder("notebook", Assembler.VERSION)
                        .teacher(teacher.promptSet(), teacher.id())
                        .input("recipe", input.recipe())
                        .input("dossier", input.dossier())
                        .input("outline", input.outline())
                        .input("sections", input.sections())
                        .build(),
                input -> assembler.assemble(
                        input.recipe(),
                        input.dossier(),
                        input.outline(),
                        input.sections(),
                        Collections.nCopies(input.sections().size(), new WrittenBy(teacher.id(), false)),
                        teacher.promptSet()));
    }

    List<Stage<?, ?>> all() {
        return List.of(research(), outline(), section(), notebook());
    }
}
