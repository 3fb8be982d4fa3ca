package dev.alain.validation;

import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;

/** Checks notebooks against a catalogue of rules. Thread-safe; never runs their code. */
@FunctionalInterface
public interface NotebookValidator {
    /** What the rules find; never throws for what the document holds. */
    ValidationReport validate(NotebookDocument document);

    /** What the rules find in a notebook that is not in a file. */
    default ValidationReport validate(Notebook notebook) {
        return validate(NotebookDocument.read(NotebookFormat.write(notebook)));
    }
}
