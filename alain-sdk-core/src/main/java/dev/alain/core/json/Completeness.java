package dev.alain.core.json;

/**
 * Whether the document was there to its end.
 *
 * @param complete whether the text closed every bracket and string that it opened
 * @param pointer JSON pointer of the innermost value that the cut went through; empty when complete
 * @param cut what the cut went through
 */
public record Completeness(boolean complete, String pointer, Cut cut) {
    /** What a cut can go through. */
    public enum Cut {
        /** Nothing: the document is complete. */
        NONE,
        /** A string value; what was there of it is in the value. */
        STRING,
        /** A number or literal that may have gone on. */
        SCALAR,
        /** A key; it is not in the value. */
        KEY,
        /** Behind a key, before its value; the key is not in the value. */
        VALUE,
        /** Between the elements of an array or object. */
        CONTAINER
    }

    /** A document that was there to its end. */
    public static final Completeness COMPLETE = new Completeness(true, "", Cut.NONE);
}
