package dev.alain.stage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The content address of a stage's result: sha256 over everything that it depends on.
 *
 * @param hex 64 lower-case hex digits
 */
public record StageKey(@JsonValue String hex) {
    /** Checks the digits. */
    @JsonCreator
    public StageKey {
        boolean good =
                hex.length() == 64 && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!good) {
            throw new IllegalArgumentException("a stage key is 64 hex digits, not \"" + hex + "\"");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
