package dev.alain.core.json;

/**
 * A control character that was probably meant as the start of a LaTeX command.
 *
 * <p>{@code "\frac"} in JSON is a form feed and {@code rac}: valid, so nothing is mended, and most likely not meant.
 *
 * @param pointer JSON pointer of the text
 * @param offset where in the text the control character is
 * @param command the command that was probably meant, such as {@code \frac}
 */
public record Suspicion(String pointer, int offset, String command) {}
