package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The plan of a manual: what is taught, in which steps, and how it is checked.
 *
 * <p>The JSON form is contract {@code outline.v1}; its names are those of the original, so {@link #steps} is
 * {@code outline} and {@link #questions} is {@code assessments}.
 *
 * @param title 1 to 120 characters
 * @param overview 2 to 4 sentences
 * @param objectives 3 to 5
 * @param prerequisites 1 to 8
 * @param steps numbered from 1
 * @param exercises 2 or 3
 * @param questions 4 or more
 * @param references at least 2
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Outline(
        @JsonProperty("title") String title,
        @JsonProperty("overview") String overview,
        @JsonProperty("objectives") List<String> objectives,
        @JsonProperty("prerequisites") List<String> prerequisites,
        @JsonProperty("setup") Setup setup,
        @JsonProperty("outline") List<Step> steps,
        @JsonProperty("exercises") List<Exercise> exercises,
        @JsonProperty("assessments") List<Question> questions,
        @JsonProperty("summary") String summary,

        @JsonProperty("next_steps") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> nextSteps,

        @JsonProperty("references") List<Reference> references) {

    /** Copies lists; what is missing in JSON becomes empty. */
    public Outline {
        title = Objects.requireNonNullElse(title, "");
        overview = Objects.requireNonNullElse(overview, "");
        objectives = Absent.toEmpty(objectives);
        prerequisites = Absent.toEmpty(prerequisites);
        setup = Objects.requireNonNullElse(setup, Setup.NONE);
        steps = Absent.toEmpty(steps);
        exercises = Absent.toEmpty(exercises);
        questions = Absent.toEmpty(questions);
        summary = Objects.requireNonNullElse(summary, "");
        nextSteps = Absent.toEmpty(nextSteps);
        references = Absent.toEmpty(references);
    }

    /** The same plan with another setup. */
    public Outline withSetup(Setup changed) {
        return new Outline(
                title,
                overview,
                objectives,
                prerequisites,
                changed,
                steps,
                exercises,
                questions,
                summary,
                nextSteps,
                references);
    }
}
