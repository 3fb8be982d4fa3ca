package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How much a reader knows already. */
public enum Difficulty {
    /** New to the field: every step explained, code commented line by line. */
    BEGINNER,
    /** Writes Python and has called a model before. */
    INTERMEDIATE,
    /** Puts models into production. */
    ADVANCED;

    /** The lower-case name, as in JSON and on the command line. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a label in any case.
     *
     * @throws IllegalArgumentException if there is no such difficulty; the message lists them
     */
    @JsonCreator
    public static Difficulty parse(String label) {
        return Arrays.stream(values())
                .filter(difficulty -> difficulty.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "difficulty must be beginner, intermediate or advanced, not \"" + label + "\""));
    }
}
