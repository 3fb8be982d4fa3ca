package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A remark beside the text.
 *
 * @param type {@code tip}, {@code warning} or {@code note}
 * @param message one or two sentences
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Callout(
        @JsonProperty("type") String type,
        @JsonProperty("message") String message) {
    /** What is missing in JSON becomes a note. */
    public Callout {
        type = Objects.requireNonNullElse(type, "note");
        message = Objects.requireNonNullElse(message, "");
    }
}
