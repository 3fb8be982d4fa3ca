package dev.alain.core.teach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.alain.lesson.Outline;

/** An outline, and how it came about. */
public record WrittenOutline(
        @JsonProperty("outline") Outline outline,
        @JsonProperty("account") Account account) {}
