package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The notebook closes with prose. */
final class ClosingRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR007");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Cell> cells =
                view.cells().stream().filter(cell -> !cell.source().isBlank()).toList();
        if (cells.isEmpty() || view.code().isEmpty()) {
            return;
        }
        Cell last = cells.get(cells.size() - 1);
        String message = "";
        if (last instanceof CodeCell) {
            message = "the last cell is code";
        } else if (!closes(view, cells)) {
            message = "no summary and no next steps close the notebook";
        }
        if (!message.isEmpty()) {
            findings.report(Finding.of(INFO, message)
                    .severity(view.hasProfile("tutorial") ? Severity.WARNING : Severity.INFO)
                    .cell(last.id())
                    .remedy("close with what was learnt and where to go next")
                    .fixes(Fix.instruct(last.id(), "Write a summary and next steps after this cell."))
                    .build());
        }
    }

    /** Whether a heading or a paragraph of the last quarter, or of the last three cells, speaks of it. */
    private static boolean closes(NotebookView view, List<Cell> cells) {
        int from = Math.max(0, Math.min(cells.size() - 3, cells.size() * 3 / 4));
        Set<String> end =
                cells.subList(from, cells.size()).stream().map(Cell::id).collect(Collectors.toSet());
        return Sections.of(view).titles().stream()
                        .anyMatch(title -> end.contains(title.cellId())
                                && Phrases.CLOSING.in(title.text()).isPresent())
                || Prose.of(view).paragraphs().stream()
                        .anyMatch(paragraph -> end.contains(paragraph.cellId())
                                && Phrases.CLOSING.in(paragraph.text()).isPresent());
    }
}
