package dev.alain.core;

import dev.alain.Subject;

/** Small model cards for tests. */
public final class Cards {
    private Cards() {}

    /** A card of a task and a library with one sentence of description. */
    public static String of(String task, String library) {
        return """
                ---
                pipeline_tag: %s
                library_name: %s
                license: mit
                ---
                # Tiny

                A tiny model, described in a sentence that is long enough to be a summary.
                """.formatted(task, library);
    }

    /** The same as a subject with an id. */
    public static Subject subject(String task, String library) {
        return new Subject.PastedText(of(task, library), "acme/tiny");
    }
}
