package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far research goes before teaching starts. */
public enum ResearchMode {
    /** The card and what the Hub says of the model; under 6 seconds. */
    STANDARD,
    /** Also the models that it was made from; under 12 seconds. */
    THOROUGH,
    /** Only what is at hand without the network. */
    FALLBACK;

    /** The lower-case name, as in JSON and on the command line. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a label in any case.
     *
     * @throws IllegalArgumentException if there is no such mode; the message lists them
     */
    @JsonCreator
    public static ResearchMode parse(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "research mode must be standard, thorough or fallback, not \"" + label + "\""));
    }
}
