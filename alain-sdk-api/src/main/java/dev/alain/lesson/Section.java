package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The cells of one step.
 *
 * <p>The JSON form is contract {@code section.v1}.
 *
 * @param number the step's number
 * @param title {@code Step N: …}
 * @param content at least one markdown and one code cell
 * @param callouts tips, warnings and notes
 * @param estimatedTokens characters / 4 of the cells
 * @param prerequisitesCheck what the reader should have done or know
 * @param nextSectionHint one sentence on what comes next; empty in the last section
 * @param sources ids of facts and snippets of the dossier that it rests on
 * @param introduces Python names that later steps may use
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Section(
        @JsonProperty("section_number") int number,
        @JsonProperty("title") String title,
        @JsonProperty("content") List<SectionCell> content,
        @JsonProperty("callouts") List<Callout> callouts,
        @JsonProperty("estimated_tokens") int estimatedTokens,
        @JsonProperty("prerequisites_check") List<String> prerequisitesCheck,
        @JsonProperty("next_section_hint") String nextSectionHint,
        @JsonProperty("sources") List<String> sources,
        @JsonProperty("introduces") List<String> introduces) {
    /** Copies lists; what is missing in JSON becomes empty. */
    public Section {
        title = Objects.requireNonNullElse(title, "");
        content = Absent.toEmpty(content);
        callouts = Absent.toEmpty(callouts);
        prerequisitesCheck = Absent.toEmpty(prerequisitesCheck);
        nextSectionHint = Objects.requireNonNullElse(nextSectionHint, "");
        sources = Absent.toEmpty(sources);
        introduces = Absent.toEmpty(introduces);
    }
}
