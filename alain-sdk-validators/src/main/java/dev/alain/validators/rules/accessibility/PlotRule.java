package dev.alain.validators.rules.accessibility;

import dev.alain.code.CellAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plots have a title, named axes, and text beside them. */
final class PlotRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y02");
    private static final int FEWEST_WORDS = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (view.analysis().isEmpty()) {
            return;
        }
        Map<String, CellAnalysis> analyses = new HashMap<>();
        view.analysis().get().cells().forEach(cell -> analyses.put(cell.cellId(), cell));
        Map<String, Integer> words = new HashMap<>();
        for (Prose.Paragraph paragraph : Prose.of(view).paragraphs()) {
            if (!paragraph.kind().equals("heading")) {
                words.merge(paragraph.cellId(), paragraph.words(), Integer::sum);
            }
        }
        List<Cell> cells = view.cells();
        for (int i = 0; i < cells.size(); i++) {
            CellAnalysis analysis = analyses.get(cells.get(i).id());
            Optional<PlotCell> plot = analysis == null ? Optional.empty() : PlotCell.of(analysis);
            boolean described = isText(cells, i - 1, words) || isText(cells, i + 1, words);
            if (plot.isPresent()) {
                report(cells.get(i).id(), plot.get(), described, findings);
            }
        }
    }

    private static void report(String cell, PlotCell plot, boolean described, FindingSink findings) {
        boolean unlabelled = plot.axes() && !plot.labelled();
        if (!plot.titled() && unlabelled) {
            report(cell, plot, Severity.WARNING, "the plot has neither a title nor named axes", findings);
        } else if (!plot.titled() && !described) {
            report(cell, plot, Severity.WARNING, "the plot has no title and no text beside it", findings);
        } else if (unlabelled) {
            report(cell, plot, Severity.INFO, "the plot's axes have no names", findings);
        }
    }

    private static void report(String cell, PlotCell plot, Severity severity, String message, FindingSink findings) {
        findings.report(Finding.of(INFO, message)
                .severity(severity)
                .cell(cell)
                .line(plot.first().place().line())
                .remedy("give it a title and names for both axes with units, and say in the text what it shows")
                .fixes(Fix.instruct(
                        cell,
                        "Give the plot a title and axis names, and say in a sentence beside it what the reader sees."))
                .build());
    }

    private static boolean isText(List<Cell> cells, int index, Map<String, Integer> words) {
        return index >= 0
                && index < cells.size()
                && words.getOrDefault(cells.get(index).id(), 0) >= FEWEST_WORDS;
    }
}
