package dev.alain.core.review.rules;

import dev.alain.code.CellAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** No placeholder stands for missing content. */
final class PlaceholderRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN014",
            "placeholder",
            "No placeholder stands for missing content",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        for (Cell cell : notebook.cells()) {
            // Title and recipe repeat what the user and the makers wrote.
            if (Contract.isExercise(cell)
                    || cell.id().equals("title")
                    || cell.id().equals("recipe")) {
                continue;
            }
            notebook.analysis()
                    .flatMap(known -> known.cell(cell.id()))
                    .filter(CellAnalysis::parsed)
                    .map(Placeholders::find)
                    .orElseGet(() -> Placeholders.find(cell))
                    .forEach((line, what) -> findings.report(Finding.of(info(), what)
                            .cell(cell.id())
                            .line(line)
                            .remedy("Write what is missing")
                            .build()));
        }
    }
}
