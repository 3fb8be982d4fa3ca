package dev.alain.core.assemble;

import dev.alain.Recipe;
import dev.alain.lesson.Exercise;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.notebook.Cell;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import java.util.List;

/**
 * Puts outline and sections together into a notebook of the manual's contract.
 *
 * <p>Everything that is the same in every manual is written here: headings, install and configuration cells, callouts,
 * quiz, references, metadata. Deterministic and thread-safe.
 */
public final class Assembler {
    /** Raised when the same lesson gives another notebook. */
    public static final int VERSION = 3;

    private final Templates templates = new Templates();

    /**
     * The notebook of a lesson.
     *
     * @param teachers who wrote the outline and each section, in order
     */
    public Notebook assemble(
            Recipe recipe,
            Dossier dossier,
            Outline outline,
            List<Section> sections,
            List<WrittenBy> teachers,
            String promptSet) {
        Draft draft = new Draft();
        new FrontMatterCells(templates, recipe, dossier, outline).write(draft);
        for (int i = 0; i < sections.size(); i++) {
            new StepCells(sections.get(i), outline.steps().get(i)).write(draft);
        }
        exercises(draft, outline.exercises());
        new QuizCells(templates, recipe.seed()).write(draft, outline.questions());
        new BackMatterCells(templates, dossier, outline).write(draft);
        List<Cell> cells = MarkdownShare.balanced(draft.cells());
        NotebookMetrics metrics = NotebookMetrics.of(cells);
        draft.markdown(
                "about", "about", new AboutText(recipe, dossier, teachers).text(metrics, sections.size(), outline));
        List<Cell> all = MarkdownShare.withLast(cells, draft.cells());
        return Notebook.of(
                new AlainMetadata(recipe, dossier, outline, teachers, promptSet)
                        .of(all, draft.roles(), NotebookMetrics.of(all)),
                all);
    }

    private static void exercises(Draft draft, List<Exercise> exercises) {
        for (int i = 0; i < exercises.size(); i++) {
            ExerciseCells.write(draft, exercises.get(i), i + 1);
        }
    }
}
