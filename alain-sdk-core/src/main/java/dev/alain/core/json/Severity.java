package dev.alain.core.json;

/** How much a repair may have changed what the writer meant. */
public enum Severity {
    /** Only the notation changed: a comma, a quote's style, a comment, a fence. */
    LOSSLESS,
    /** The text allowed more than one reading and the likeliest was taken. */
    GUESS,
    /** Something that stood in the text is not in the value, or not as it stood. */
    LOSSY
}
