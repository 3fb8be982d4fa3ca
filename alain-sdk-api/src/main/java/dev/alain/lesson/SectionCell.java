package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A cell as a teacher writes it.
 *
 * @param type {@code markdown} or {@code code}
 * @param source its text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SectionCell(
        @JsonProperty("cell_type") String type,
        @JsonProperty("source") String source) {
    /** What is missing in JSON becomes empty markdown. */
    public SectionCell {
        type = Objects.requireNonNullElse(type, "markdown");
        source = Objects.requireNonNullElse(source, "");
    }

    /** A cell of prose. */
    public static SectionCell markdown(String source) {
        return new SectionCell("markdown", source);
    }

    /** A cell of Python. */
    public static SectionCell code(String source) {
        return new SectionCell("code", source);
    }

    /** Whether it is code. */
    public boolean isCode() {
        return type.equals("code");
    }
}
