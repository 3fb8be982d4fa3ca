package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A multiple-choice question.
 *
 * @param options four that differ
 * @param correctIndex the index of the right one, from 0
 * @param explanation why it is right
 * @param step the step that it belongs to; 0 when it belongs to the whole
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Question(
        @JsonProperty("question") String question,
        @JsonProperty("options") List<String> options,
        @JsonProperty("correct_index") int correctIndex,
        @JsonProperty("explanation") String explanation,
        @JsonProperty("step") int step) {
    /** Copies the list; what is missing in JSON becomes empty. */
    public Question {
        question = Objects.requireNonNullElse(question, "");
        options = Absent.toEmpty(options);
        explanation = Objects.requireNonNullElse(explanation, "");
    }

    /** The same question with the right option at another place; the others keep their order. */
    public Question withCorrectAt(int index) {
        List<String> moved = new ArrayList<>(options);
        Collections.swap(moved, correctIndex, index);
        return new Question(question, moved, index, explanation, step);
    }
}
