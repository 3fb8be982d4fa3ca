package dev.alain.core.teach;

/**
 * Something in an answer that is not as it should be.
 *
 * @param field the member that it is in; empty when the whole answer is meant
 * @param message one sentence, for the model and for the report
 * @param fatal whether the answer is of no use with it
 */
record Violation(String field, String message, boolean fatal) {
    static Violation fatal(String field, String message) {
        return new Violation(field, message, true);
    }

    /** A reason to ask again while there are attempts left, and to make a note when there are none. */
    static Violation mild(String field, String message) {
        return new Violation(field, message, false);
    }
}
