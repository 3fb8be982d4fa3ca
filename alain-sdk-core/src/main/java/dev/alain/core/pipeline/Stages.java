package dev.alain.core.pipeline;

import dev.alain.Recipe;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Subject;
import dev.alain.core.assemble.Assembler;
import dev.alain.core.assemble.WrittenBy;
import dev.alain.core.code.Packages;
import dev.alain.core.guard.HiddenOrders;
import dev.alain.core.teach.Judge;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.teach.Teacher;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.core.teach.WrittenSection;
import dev.alain.lesson.Section;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.research.ResearchSource;
import dev.alain.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stages of a generation as functions with keys. */
final class Stages {
    private static final String[] LESSON_FIELDS = {
        "difficulty", "topic", "prompts", "ui", "template", "language", "max_sections"
    };

    private final List<ResearchSource> sources;
    private final Teacher teacher;
    private final Optional<Judge> judge;
    private final String rules;
    private final Assembler assembler = new Assembler();
    private final Packages packages = new Packages();

    /**
     * @param rules what the notebook is mended by, because its bytes depend on it
     */
    Stages(List<ResearchSource> sources, Teacher teacher, Optional<Judge> judge, String rules) {
        this.rules = rules;
        this.sources = List.copyOf(sources);
        this.teacher = teacher;
        this.judge = judge;
    }

    Teacher teacher() {
        return teacher;
    }

    boolean judged() {
        return judge.isPresent();
    }

    /** The teacher's identity in the keys of a run; a nameless one has none beyond it. */
    String writer(String runId) {
        return teacher.id().isEmpty() ? "unnamed:" + runId : teacher.id();
    }

    /** What an outline rests on. */
    record OutlineInput(Recipe recipe, Dossier dossier, String writer) {}

    /**
     * What a section rests on.
     *
     * @param dossier the hash of the order's dossier
     * @param outline the hash of its outline
     */
    record SectionInput(SectionOrder order, String writer, String dossier, String outline) {}

    /** What a notebook rests on. */
    record NotebookInput(
            Recipe recipe,
            Dossier dossier,
            WrittenOutline outline,
            List<WrittenSection> sections,
            List<Judge.Issue> issues) {
        List<Section> texts() {
            return sections.stream().map(WrittenSection::section).toList();
        }
    }

    PipelineStage<Recipe, Dossier> research() {
        return new PipelineStage<>(
                "research",
                2,
                Dossier.class,
                recipe -> new KeyBuilder("research", 2)
                        .recipe(recipe.toBuilder().seed(0).build(), "research_mode")
                        .input("subject", source(recipe.subject()).fingerprint(recipe.subject(), recipe.researchMode()))
                        .build(),
                (recipe, desk) -> source(recipe.subject()).research(recipe.subject(), recipe.researchMode()),
                dossier -> dossier.missing().isEmpty());
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

    PipelineStage<OutlineInput, WrittenOutline> outline() {
        return new PipelineStage<>(
                "outline",
                2,
                WrittenOutline.class,
                input -> new KeyBuilder("outline", 2)
                        .teacher(teacher.promptSet(), input.writer())
                        .recipe(input.recipe(), LESSON_FIELDS)
                        .input("dossier", input.dossier())
                        .build(),
                (input, desk) -> teacher.outline(input.recipe(), input.dossier(), desk),
                written -> !written.account().fallback());
    }

    PipelineStage<SectionInput, WrittenSection> section() {
        return new PipelineStage<>(
                "section",
                2,
                WrittenSection.class,
                input -> new KeyBuilder("section", 2)
                        .teacher(teacher.promptSet(), input.writer())
                        .recipe(input.order().recipe(), LESSON_FIELDS)
                        .input("dossier", input.dossier())
                        .input("outline", input.outline())
                        .step(input.order().number())
                        .repairRound(input.order().round(), input.order().findings())
                        .build(),
                (input, desk) -> teacher.section(input.order(), desk),
                written -> !written.account().fallback());
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
                        .input("outline", input.outline().outline())
                        .input("sections", input.texts())
                        .input("writers", writers(input))
                        .input("rules", rules)
                        .build(),
                (input, desk) -> assembler.assemble(
                        input.recipe(),
                        input.dossier(),
                        Requirements.complete(input.outline().outline(), input.texts(), packages),
                        input.texts(),
                        writers(input),
                        teacher.promptSet()),
                notebook -> true);
    }

    private static List<WrittenBy> writers(NotebookInput input) {
        List<WrittenBy> writers = new ArrayList<>();
        List<String> whole = new ArrayList<>(issues(input, 0));
        input.dossier().warnings().stream().filter(HiddenOrders.WARNING::equals).forEach(whole::add);
        writers.add(WrittenBy.of(0, input.outline().account(), whole));
        for (int i = 0; i < input.sections().size(); i++) {
            writers.add(WrittenBy.of(i + 1, input.sections().get(i).account(), issues(input, i + 1)));
        }
        return writers;
    }

    private static List<String> issues(NotebookInput input, int step) {
        return input.issues().stream()
                .filter(issue -> issue.step() == step)
                .map(Judge.Issue::message)
                .toList();
    }

    PipelineStage<NotebookInput, Judge.Verdict> review() {
        Judge reader = judge.orElseThrow();
        return new PipelineStage<>(
                "review",
                1,
                Judge.Verdict.class,
                input -> new KeyBuilder("review", 1)
                        .teacher(reader.promptSet(), reader.id())
                        .recipe(input.recipe().toBuilder().seed(0).build(), "language")
                        .input("dossier", input.dossier())
                        .input("sections", input.texts())
                        .build(),
                (input, desk) -> reader.review(input.recipe(), input.dossier(), input.texts(), desk),
                verdict -> !verdict.status().equals("skipped") && !reader.id().isEmpty());
    }

    List<Stage<?, ?>> all() {
        return List.of(research(), outline(), section(), notebook());
    }
}
