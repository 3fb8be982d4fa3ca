package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Paths that exist on one platform only are used only there. */
final class PlatformPathRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL009");
    /** Paths of a cell that are looked at: one finding a cell is enough. */
    private static final int MOST = 50;

    private static final List<String> ROOTS = List.of("/content", "/kaggle");
    private static final Set<String> GUARDS = Set.of(
            "colab",
            "kaggle",
            "exists",
            "isdir",
            "isfile",
            "is_dir",
            "is_file",
            "environ",
            "getenv",
            "try:",
            "platform");
    private static final Set<String> CHECKS =
            Set.of("exists", "isdir", "isfile", "is_dir", "is_file", "print", "makedirs", "mount");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        boolean colab = ColabIntent.of(view).isForColab();
        Set<String> checked = checkedRoots(view);
        FindingSink capped = PerCell.atMost(1, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            Set<Place> harmless = harmless(cell);
            cell.strings().stream()
                    .filter(literal -> !root(literal.value()).isEmpty() && !harmless.contains(literal.place()))
                    .limit(MOST)
                    .filter(literal -> !isConditional(view, cell.cellId(), literal.place()))
                    .forEach(l -> report(view, cell, l.value(), l.place(), checked, colab, capped));
            for (Command command : cell.commands()) {
                for (String line : PythonCells.shellLines(command)) {
                    for (String word : Words.of(line)) {
                        report(view, cell, word, command.place(), checked, colab, capped);
                    }
                }
            }
        }
    }

    private static void report(
            NotebookView view,
            CellAnalysis cell,
            String text,
            Place place,
            Set<String> checked,
            boolean colab,
            FindingSink findings) {
        String root = root(text);
        if (root.isEmpty()
                || checked.contains(root)
                || root.equals("/kaggle") && view.hasProfile("kaggle")
                || Blocks.of(view).guardedBy(GUARDS, cell.cellId(), place.line())) {
            return;
        }
        String platform = root.equals("/content") ? "Colab" : "Kaggle";
        boolean declared =
                root.equals("/content") ? colab : view.metadata().path("kaggle").isObject();
        findings.report(Finding.of(INFO, "the path " + Shown.text(text) + " exists on " + platform + " only")
                .severity(declared ? Severity.INFO : Severity.WARNING)
                .cell(cell.cellId())
                .place(place)
                .remedy("use a path relative to the notebook, or choose it by the platform")
                .fixes(Fix.instruct(
                        cell.cellId(),
                        "Replace " + Shown.text(text)
                                + " by a path relative to the working directory, set once at the top."))
                .build());
    }

    /** The platform's directory that a path is in; empty for other texts. */
    private static String root(String text) {
        for (String root : ROOTS) {
            boolean inside = text.equals(root) || text.startsWith(root + "/");
            if (inside && text.length() < 300 && text.chars().noneMatch(Character::isWhitespace)) {
                return root;
            }
        }
        return "";
    }

    /** The platforms' directories that the code checks somewhere, or makes. */
    private static Set<String> checkedRoots(NotebookView view) {
        Set<String> checked = new HashSet<>();
        PythonCells.calls(view)
                .filter(PlatformPathRule::isCheck)
                .forEach(call -> call.arguments().stream()
                        .flatMap(argument -> argument.string().stream())
                        .filter(ROOTS::contains)
                        .forEach(checked::add));
        return checked;
    }

    private static boolean isCheck(Call call) {
        return CHECKS.contains(call.written().substring(call.written().lastIndexOf('.') + 1));
    }

    private static Set<Place> harmless(CellAnalysis cell) {
        Set<Place> places = new HashSet<>();
        cell.calls().stream()
                .filter(PlatformPathRule::isCheck)
                .forEach(call -> call.arguments().stream().map(Argument::place).forEach(places::add));
        return places;
    }

    /** Whether a conditional expression chooses the path: {@code "/content" if IN_COLAB else "."}. */
    private static boolean isConditional(NotebookView view, String cell, Place place) {
        String line = SourceLines.of(view).line(cell, place.line());
        return line.contains(" if ") && line.contains(" else ");
    }
}
