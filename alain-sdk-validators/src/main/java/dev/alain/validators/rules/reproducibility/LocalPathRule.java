package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.Set;

/** Code names no path of somebody's own computer. */
final class LocalPathRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP006");
    private static final int MOST_OF_A_CELL = 20;
    /** A longer text is something that the code works on, not a path. */
    private static final int LONGEST_PATH = 400;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        view.analysis().ifPresent(analysis -> analysis.cells().forEach(cell -> check(cell, findings)));
        for (Prose.Fence fence : Prose.of(view).fences()) {
            LocalPath.in(fence.code())
                    .ifPresent(path -> report(fence.cellId(), fence.place().line(), path, findings));
        }
    }

    private static void check(CellAnalysis cell, FindingSink findings) {
        Set<Integer> lines = new HashSet<>();
        for (CellAnalysis.Literal literal : cell.strings()) {
            if (literal.value().length() <= LONGEST_PATH && lines.size() < MOST_OF_A_CELL) {
                LocalPath.in(literal.value())
                        .filter(path -> path.start() == 0 || literal.value().startsWith("file:"))
                        .filter(path -> lines.add(literal.place().line()))
                        .ifPresent(path -> report(cell.cellId(), literal.place().line(), path, findings));
            }
        }
        for (CellAnalysis.Command command : cell.commands()) {
            if (lines.size() < MOST_OF_A_CELL && !command.name().equals("writefile")) {
                LocalPath.in(command.text())
                        .filter(path -> lines.add(command.place().line()))
                        .ifPresent(path -> report(cell.cellId(), command.place().line(), path, findings));
            }
        }
    }

    private static void report(String cell, int line, LocalPath path, FindingSink findings) {
        findings.report(Finding.of(INFO, "a path that only its author has: " + path.shown())
                .cell(cell)
                .line(line)
                .remedy("use a path relative to the notebook, or download the file in an earlier cell")
                .fixes(Fix.instruct(
                        cell,
                        "Replace the path " + path.shown() + " by a relative one, and make or fetch its file first."))
                .build());
    }
}
