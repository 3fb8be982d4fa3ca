package dev.alain.notebook;

import java.util.Objects;

/**
 * One violation of the notebook format, with its place.
 *
 * @param at where, as a path from the root: {@code cells[3].outputs[0].data}, {@code line 4, column 2} for text that is
 *     no JSON, or {@code notebook} for the document itself
 * @param message what was expected and what stands there
 */
public record FormatProblem(String at, String message) {
    public FormatProblem {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return at + ": " + message;
    }
}
