package dev.alain.validators.rules.reproducibility;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** No cell shows an error that is not meant. */
final class ErrorOutputRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP003");
    private static final int LONGEST_NAME = 80;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CodeCell cell : view.code()) {
            if (!RunOrder.mayFail(cell)) {
                cell.outputs().stream()
                        .filter(Output.ErrorOutput.class::isInstance)
                        .map(Output.ErrorOutput.class::cast)
                        .findFirst()
                        .ifPresent(error -> findings.report(finding(cell, error)));
            }
        }
    }

    /** The error's text is not repeated: it can hold keys and paths. */
    private static Finding finding(CodeCell cell, Output.ErrorOutput error) {
        String name = error.name().length() > LONGEST_NAME ? error.name().substring(0, LONGEST_NAME) : error.name();
        return Finding.of(
                        INFO, "the cell failed with " + (name.isBlank() ? "an error" : name) + " when it was last run")
                .cell(cell.id())
                .remedy("mend the cause and run it again; tag the cell raises-exception when the failure is the lesson")
                .fixes(
                        Fix.safe("removes the stored error", new Fix.RemoveOutputs(cell.id())),
                        Fix.instruct(cell.id(), "Mend the cause of the error, or say in the text that it is expected."))
                .build();
    }
}
