package dev.alain.core.assemble;

import dev.alain.lesson.Exercise;

/** The cells of one exercise: task with folded solution, and code that runs as it stands. */
final class ExerciseCells {
    private ExerciseCells() {}

    static void write(Draft draft, Exercise exercise, int number) {
        StringBuilder text = new StringBuilder(number == 1 ? "## Exercises\n\n" : "");
        text.append("### Exercise ").append(number).append(": ").append(exercise.title());
        text.append("\n\n*Difficulty: ").append(exercise.difficulty()).append(", about ");
        text.append(Math.max(1, exercise.estimatedTokens()))
                .append(" tokens*\n\n")
                .append(exercise.task());
        if (!exercise.hint().isEmpty()) {
            text.append("\n\n**Hint:** ").append(exercise.hint());
        }
        if (!exercise.solution().isEmpty()) {
            text.append("\n\n<details>\n<summary>One solution</summary>\n\n```python\n");
            text.append(exercise.solution()).append("\n```\n\n</details>");
        }
        draft.markdown("ex-" + number + "-text", "exercise", text.toString());
        String starter =
                exercise.starter().isEmpty() ? "my_answer = None  # write your solution here" : exercise.starter();
        draft.code("ex-" + number, "exercise", starter, "exercise");
    }
}
