package dev.alain.code;

import dev.alain.notebook.Notebook;

/** Reads the code of a notebook without running it. Implementations are thread-safe and never throw for its content. */
@FunctionalInterface
public interface CodeAnalyzer {
    /** What is known of the notebook's code, cells in run order. */
    CodeAnalysis analyze(Notebook notebook);
}
