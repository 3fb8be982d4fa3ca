package dev.alain.core.teach;

import dev.alain.core.guard.DangerousCode;
import dev.alain.core.research.PythonBrackets;
import dev.alain.lesson.Exercise;
import dev.alain.lesson.Step;
import java.util.List;
import java.util.Locale;

/** Exercises of a model, made fit for a notebook. */
final class ExerciseText {
    private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

    private ExerciseText() {}

    static Exercise clean(Exercise raw, String level) {
        String stated = raw.difficulty().strip().toLowerCase(Locale.ROOT);
        String task = Prose.text(raw.task());
        String starter = code(raw.starter());
        String solution = code(raw.solution());
        return new Exercise(
                Prose.line(raw.title(), 100),
                LEVELS.contains(stated) ? stated : level,
                (task.length() + starter.length() + solution.length()) / 4,
                task,
                Prose.line(raw.hint()),
                starter,
                solution);
    }

    /** Code that is not whole, or does what no lesson has to do, is left out. */
    private static String code(String text) {
        String code = Prose.code(text);
        boolean good = PythonBrackets.balanced(code) && DangerousCode.in(code).isEmpty() && !code.contains("```");
        return good ? code : "";
    }

    /** An exercise that every step allows. */
    static Exercise variation(Step step, String level) {
        return new Exercise(
                "Vary step " + step.number(),
                level,
                90,
                "Run step " + step.number() + " (" + step.heading()
                        + ") again with an input of your own. Write down what changed in the result, and why.",
                "Change one thing at a time.",
                "",
                "");
    }
}
