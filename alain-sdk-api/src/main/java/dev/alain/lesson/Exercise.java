package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Something for the reader to do.
 *
 * @param difficulty {@code beginner}, {@code intermediate} or {@code advanced}
 * @param estimatedTokens characters / 4 of task and solution
 * @param task what to do
 * @param hint a first step; may be empty
 * @param starter code that runs as it stands and that the reader changes; may be empty
 * @param solution one way to do it; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Exercise(
        @JsonProperty("title") String title,
        @JsonProperty("difficulty") String difficulty,
        @JsonProperty("estimated_tokens") int estimatedTokens,
        @JsonProperty("task") String task,
        @JsonProperty("hint") String hint,
        @JsonProperty("starter") String starter,
        @JsonProperty("solution") String solution) {
    /** What is missing in JSON becomes empty. */
    public Exercise {
        title = Objects.requireNonNullElse(title, "");
        difficulty = Objects.requireNonNullElse(difficulty, "intermediate");
        task = Objects.requireNonNullElse(task, "");
        hint = Objects.requireNonNullElse(hint, "");
        starter = Objects.requireNonNullElse(starter, "");
        solution = Objects.requireNonNullElse(solution, "");
    }
}
