package dev.alain.validators.rules.format;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.format.Violations.Violation;
import java.util.HashMap;
import java.util.Map;

/** Tags are words, each once a cell, and names of cells are unique. */
final class TagsRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT013");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Violation violation : Violations.of(view).of(INFO.id())) {
            // The schema forbids it, so the notebook is not valid.
            Finding.Builder finding = Finding.of(INFO, violation.problem().toString())
                    .severity(Severity.ERROR)
                    .remedy("write tags without commas, each once");
            violation.cellId().ifPresent(finding::cell);
            findings.report(finding.fixes(Rewriting.fix(view)).build());
        }
        names(view, findings);
    }

    private static void names(NotebookView view, FindingSink findings) {
        Map<String, String> owners = new HashMap<>();
        for (Cell cell : view.cells()) {
            String name = cell.metadata().path("name").asText("");
            String owner = name.isEmpty() ? null : owners.putIfAbsent(name, cell.id());
            if (owner != null) {
                findings.report(Finding.of(INFO, "the name \"" + name + "\" is that of cell " + owner + " too")
                        .cell(cell.id())
                        .remedy("give each cell a name of its own, or none")
                        .build());
            }
        }
    }
}
