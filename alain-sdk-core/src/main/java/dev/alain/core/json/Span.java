package dev.alain.core.json;

/**
 * A stretch of the input.
 *
 * @param start offset of the first character, counted in UTF-16 units from 0
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(int start, int end) {
    /** Refuses a stretch that ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a stretch of text: " + start + " to " + end);
        }
    }

    /** How many characters it holds. */
    public int length() {
        return end - start;
    }
}
