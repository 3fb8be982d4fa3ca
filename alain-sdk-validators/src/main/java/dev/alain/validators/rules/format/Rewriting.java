package dev.alain.validators.rules.format;

import dev.alain.validation.Fix;
import dev.alain.validation.NotebookView;

/** The fix of rules about the file as a whole: write it anew. */
final class Rewriting {
    private Rewriting() {}

    /** Safe where there are cells to keep; otherwise there is nothing to write. */
    static Fix fix(NotebookView view) {
        return view.notebook().isPresent()
                ? Fix.safe("writes the file anew in format 4.5", new Fix.Normalize())
                : Fix.instruct("", "Write the notebook anew: the file has no cells that could be kept.");
    }
}
