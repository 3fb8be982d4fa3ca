package dev.alain.core.pipeline;

import dev.alain.Recipe;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.teach.Teacher;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import java.util.List;

/**
 * What the sections of an outline will cost.
 *
 * @param calls one a section, and one in ten again
 * @param tokens in and out; a question is measured, an answer is as long as planned, with a third on top for its JSON
 */
record Estimate(int calls, long tokens) {
    private static final double AGAIN = 1.1;

    static Estimate of(Teacher teacher, Recipe recipe, Dossier dossier, WrittenOutline outline) {
        long tokens = 0;
        int calls = 0;
        for (Step step : outline.outline().steps()) {
            int question = teacher.promptCharacters(
                    new SectionOrder(recipe, dossier, outline.outline(), step.number(), 0, List.of()));
            if (question > 0) {
                calls++;
                tokens += question / 4 + Math.round(step.estimatedTokens() * 1.33);
            }
        }
        return new Estimate((int) Math.ceil(calls * AGAIN), Math.round(tokens * AGAIN));
    }
}
