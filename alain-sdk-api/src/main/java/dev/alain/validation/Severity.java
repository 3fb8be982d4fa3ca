package dev.alain.validation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The notebook must not be published. */
    ERROR,
    /** It should be mended. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The lower-case name, as in JSON. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a label in any case.
     *
     * @throws IllegalArgumentException if there is no such severity
     */
    @JsonCreator
    public static Severity parse(String label) {
        return valueOf(label.strip().toUpperCase(Locale.ROOT));
    }
}
