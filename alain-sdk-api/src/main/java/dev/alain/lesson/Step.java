package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * One step of an outline, with what it promises to the others.
 *
 * @param number from 1
 * @param title {@code Step N: …}
 * @param type {@code setup}, {@code concept}, {@code implementation}, {@code exercise}, {@code evaluation} or
 *     {@code deployment}
 * @param estimatedTokens characters / 4 of its cells
 * @param contentType what its cells hold, for people
 * @param goal what the reader can do afterwards, one sentence
 * @param introduces Python names that later steps may use
 * @param uses Python names of earlier steps
 * @param sources ids of facts and snippets of the dossier
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Step(
        @JsonProperty("step") int number,
        @JsonProperty("title") String title,
        @JsonProperty("type") String type,
        @JsonProperty("estimated_tokens") int estimatedTokens,
        @JsonProperty("content_type") String contentType,
        @JsonProperty("goal") String goal,
        @JsonProperty("introduces") List<String> introduces,
        @JsonProperty("uses") List<String> uses,
        @JsonProperty("sources") List<String> sources) {
    /** Copies lists; what is missing in JSON becomes empty. */
    public Step {
        title = Objects.requireNonNullElse(title, "");
        type = Objects.requireNonNullElse(type, "implementation");
        contentType = Objects.requireNonNullElse(contentType, "markdown + code");
        goal = Objects.requireNonNullElse(goal, "");
        introduces = Absent.toEmpty(introduces);
        uses = Absent.toEmpty(uses);
        sources = Absent.toEmpty(sources);
    }

    /** The title without its {@code Step N:}. */
    public String heading() {
        int colon = title.indexOf(':');
        return title.startsWith("Step ") && colon > 0
                ? title.substring(colon + 1).strip()
                : title;
    }
}
