package dev.alain.core.teach;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * How a text came about: who wrote it and what it cost.
 *
 * @param teacher such as {@code ollama:qwen3:8b} or {@code offline}
 * @param fallback whether another teacher was meant to write it
 * @param reason why another one did; empty when none did
 * @param calls to chat models, failed ones included
 * @param inputTokens of all calls; estimated where the vendor says nothing
 * @param outputTokens of all calls
 * @param promptCharacters of all calls
 * @param notes what was kept although it is not as it should be, for the report
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
        @JsonProperty("teacher") String teacher,
        @JsonProperty("fallback") boolean fallback,
        @JsonProperty("reason") String reason,
        @JsonProperty("calls") int calls,
        @JsonProperty("input_tokens") long inputTokens,
        @JsonProperty("output_tokens") long outputTokens,
        @JsonProperty("prompt_characters") long promptCharacters,
        @JsonProperty("notes") List<String> notes) {
    /** Copies the list; what is missing in JSON becomes empty. */
    public Account {
        teacher = Objects.requireNonNullElse(teacher, "");
        reason = Objects.requireNonNullElse(reason, "");
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Written by the one who was meant to, without a call. */
    public static Account of(String teacher) {
        return new Account(teacher, false, "", 0, 0, 0, 0, List.of());
    }
}
