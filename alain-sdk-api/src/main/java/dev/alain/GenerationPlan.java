package dev.alain;

import dev.alain.lesson.Outline;
import dev.alain.research.Dossier;
import java.util.Objects;

/**
 * What a generation would write and cost.
 *
 * @param dossier what is known of the subject
 * @param outline what would be written
 * @param estimatedCalls calls to the chat model still to come; 0 with the offline teacher
 * @param estimatedTokens tokens of those calls, in and out
 * @param estimatedSeconds the time those calls take one after another
 */
public record GenerationPlan(
        Dossier dossier, Outline outline, int estimatedCalls, long estimatedTokens, double estimatedSeconds) {
    /** Checks that nothing is missing. */
    public GenerationPlan {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(outline, "outline");
    }
}
