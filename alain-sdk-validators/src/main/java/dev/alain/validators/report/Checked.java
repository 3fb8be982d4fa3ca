package dev.alain.validators.report;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.ValidationReport;
import java.util.Objects;

/**
 * A notebook that was checked.
 *
 * @param file its path with slashes, relative to the repository where there is one; it is shown as it is
 * @param report what was found
 * @param document the file that was checked, from which places in it are computed
 */
public record Checked(String file, ValidationReport report, NotebookDocument document) {
    public Checked {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(document, "document");
    }
}
