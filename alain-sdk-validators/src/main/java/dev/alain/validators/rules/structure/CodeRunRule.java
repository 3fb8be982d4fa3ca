package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.List;

/** Few code cells follow one another without prose. */
final class CodeRunRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR010");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Cell> run = new ArrayList<>();
        for (Cell cell : view.cells()) {
            if (cell instanceof CodeCell && !cell.source().isBlank() && !CellKinds.isPreamble(cell)) {
                run.add(cell);
            } else if (cell instanceof MarkdownCell && !cell.source().isBlank()) {
                report(view, run, findings);
                run.clear();
            }
        }
        report(view, run, findings);
    }

    private static void report(NotebookView view, List<Cell> run, FindingSink findings) {
        int most = (int) view.threshold("STR010.most", 4);
        if (run.size() > most) {
            boolean error = run.size() > view.threshold("STR010.error", 8);
            String cell = run.get(most).id();
            findings.report(Finding.of(INFO, run.size() + " code cells follow one another without prose")
                    .severity(error ? Severity.ERROR : Severity.WARNING)
                    .cell(cell)
                    .remedy("say between them what happens and why, or join cells that belong together")
                    .fixes(Fix.instruct(
                            cell, "Write a markdown cell before this one that says what the next step does."))
                    .build());
        }
    }
}
