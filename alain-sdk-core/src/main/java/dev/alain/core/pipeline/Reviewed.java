package dev.alain.core.pipeline;

import dev.alain.notebook.Notebook;
import dev.alain.validation.ValidationReport;
import java.util.List;

/**
 * A notebook after validation and safe fixes.
 *
 * @param report what is left to say of it
 * @param fixes what was mended, one line each
 */
record Reviewed(Notebook notebook, ValidationReport report, List<String> fixes) {
    Reviewed {
        fixes = List.copyOf(fixes);
    }
}
