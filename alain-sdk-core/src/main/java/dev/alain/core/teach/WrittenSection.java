package dev.alain.core.teach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.alain.lesson.Section;

/** A section, and how it came about. */
public record WrittenSection(
        @JsonProperty("section") Section section,
        @JsonProperty("account") Account account) {}
