package dev.alain.validators.rules.reproducibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;

/** The recorded run came to its end. */
final class RecordedFailureRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP010");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CodeCell cell : view.code()) {
            boolean belongs = !cell.outputs().isEmpty() || cell.executionCount().isPresent();
            if (belongs && !RunOrder.mayFail(cell) && !RunOrder.hasError(cell)) {
                check(cell, cell.metadata(), findings);
            }
        }
    }

    /** A stored error is another rule's finding; here it is failures of which only the record is left. */
    private static void check(CodeCell cell, JsonNode metadata, FindingSink findings) {
        JsonNode papermill = metadata.path("papermill");
        JsonNode execution = metadata.path("execution");
        if (papermill.path("exception").asBoolean()
                || papermill.path("status").asText().equals("failed")) {
            findings.report(finding(cell, Severity.ERROR, "papermill recorded that the cell failed"));
        } else if (metadata.path("executionInfo").path("status").asText().equals("error")) {
            findings.report(finding(cell, Severity.ERROR, "Colab recorded that the cell failed"));
        } else if (execution.has("iopub.execute_input")
                && !execution.has("shell.execute_reply")
                && !execution.has("iopub.status.idle")) {
            findings.report(finding(
                    cell,
                    Severity.WARNING,
                    "the record has a start and no end: the cell was stopped or its kernel died"));
        }
    }

    private static Finding finding(CodeCell cell, Severity severity, String message) {
        return Finding.of(INFO, message)
                .severity(severity)
                .cell(cell.id())
                .remedy("mend the cause and run all cells again")
                .fixes(Fix.instruct(cell.id(), "Mend the cell so that a run from top to bottom comes to its end."))
                .build();
    }
}
