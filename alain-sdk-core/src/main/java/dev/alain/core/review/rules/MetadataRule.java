package dev.alain.core.review.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Metadata holds recipe, subjects and the hash of every cell. */
final class MetadataRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN016",
            "metadata",
            "Metadata holds recipe, subjects and the hash of every cell",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        JsonNode alain = notebook.metadata().path("alain");
        if (alain.path("schema_version").asInt() != 1
                || !alain.has("recipe")
                || alain.path("subjects").isEmpty()) {
            report(findings, "metadata.alain lacks schema version, recipe or subjects");
        }
        for (Cell cell : notebook.cells()) {
            String hash = alain.path("cells").path(cell.id()).path("sha256").asText();
            if (!hash.equals(Contract.sha256(cell.source()))) {
                findings.report(Finding.of(info(), "the cell was changed after it was generated, or has no hash")
                        .cell(cell.id())
                        .severity(Severity.WARNING)
                        .build());
            }
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
