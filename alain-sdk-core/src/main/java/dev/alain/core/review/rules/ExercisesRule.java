package dev.alain.core.review.rules;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.List;
import java.util.Set;

/** There are two or three exercises with difficulty, size and code. */
final class ExercisesRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN010",
            "exercises",
            "There are two or three exercises with difficulty, size and code",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        List<Cell> tasks = notebook.cells().stream()
                .filter(cell -> cell.id().matches("ex-\\d+-text"))
                .toList();
        if (tasks.size() < 2 || tasks.size() > 3) {
            report(findings, "expected 2 or 3 exercises, found " + tasks.size());
        }
        for (Cell task : tasks) {
            if (!task.source().contains("*Difficulty:") || !task.source().contains(" tokens*")) {
                report(findings, task.id(), "the exercise states no difficulty or size");
            }
            if (Contract.text(notebook, task.id().replace("-text", "")).isEmpty()) {
                report(findings, task.id(), "the exercise has no code cell");
            }
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
