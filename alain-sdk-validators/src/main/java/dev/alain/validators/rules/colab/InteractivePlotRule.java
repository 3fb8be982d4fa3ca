package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Set;

/** Plots and widgets are of a kind that Colab shows. */
final class InteractivePlotRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL011");
    private static final Set<String> NEVER = Set.of("notebook", "nbagg");
    private static final Set<String> WIDGETS = Set.of("widget", "ipympl");
    private static final Set<String> PACKAGES = DataFile.lines(InteractivePlotRule.class, "custom-widgets.txt");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        boolean manager = PythonCells.calls(view)
                .anyMatch(call -> call.function().endsWith("output.enable_custom_widget_manager"));
        FindingSink capped = PerCell.atMost(5, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Command command : cell.commands()) {
                boolean matplotlib = command.kind() == Command.Kind.LINE_MAGIC
                        && command.name().equals("matplotlib");
                String backend = command.text().strip();
                if (matplotlib && (NEVER.contains(backend) || WIDGETS.contains(backend) && !manager)) {
                    capped.report(backend(view, cell.cellId(), command, backend));
                }
            }
            for (Import imported : cell.imports()) {
                boolean guarded =
                        imported.context().inTry() || imported.context().inBranch();
                if (PACKAGES.contains(imported.root()) && !manager && !guarded) {
                    capped.report(widget(cell.cellId(), imported));
                }
            }
        }
    }

    private static Finding backend(NotebookView view, String cell, Command command, String backend) {
        int line = command.place().line();
        String text = SourceLines.of(view).line(cell, line);
        int at = text.lastIndexOf(backend);
        int column = at < 0 ? 1 : text.codePointCount(0, at) + 1;
        boolean plain = at >= 0 && text.strip().startsWith("%matplotlib");
        Fix inline = Fix.safe(
                "draws plots inline",
                new Fix.ReplaceRange(cell, line, column, line, column + backend.length(), "inline"));
        Fix manager = Fix.instruct(cell, "Use %matplotlib inline, which every notebook server shows.");
        return Finding.of(INFO, "Colab does not show the plots of %matplotlib " + backend)
                .cell(cell)
                .line(line)
                .remedy("use %matplotlib inline")
                .fixes(plain ? inline : manager)
                .build();
    }

    private static Finding widget(String cell, Import imported) {
        return Finding.of(
                        INFO, "Colab shows the widgets of " + imported.root() + " only with its custom widget manager")
                .cell(cell)
                .place(imported.place())
                .remedy("call google.colab.output.enable_custom_widget_manager() when on Colab")
                .fixes(Fix.instruct(
                        cell,
                        "Before the first widget, when \"google.colab\" is in sys.modules, call"
                                + " google.colab.output.enable_custom_widget_manager()."))
                .build();
    }
}
