package dev.alain.core.teach;

import dev.alain.Recipe;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import java.util.List;

/**
 * A section to be written.
 *
 * @param number of the step, from 1
 * @param round 0 the first time
 * @param findings what was wrong with it before; empty the first time
 */
public record SectionOrder(
        Recipe recipe, Dossier dossier, Outline outline, int number, int round, List<String> findings) {
    /** Copies the list. */
    public SectionOrder {
        findings = List.copyOf(findings);
    }

    /** The step as planned. */
    public Step step() {
        return outline.steps().get(number - 1);
    }
}
