package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Set;

/** A secret of Colab has a fallback. */
final class SecretFallbackRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL006");
    private static final Set<String> COLAB = Set.of("colab");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink capped = PerCell.atMost(5, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                boolean read = call.function().equals("google.colab.userdata.get");
                if (read && !hasFallback(view, cell.cellId(), call)) {
                    boolean onColab = Blocks.of(view)
                            .guardedBy(COLAB, cell.cellId(), call.place().line());
                    capped.report(finding(cell.cellId(), call, onColab));
                }
            }
        }
    }

    private static boolean hasFallback(NotebookView view, String cell, Call call) {
        return call.context().inTry() || !RunPath.of(view).isCalled(cell, call.place(), call.context());
    }

    private static Finding finding(String cell, Call call, boolean onColab) {
        String name = call.argument("key", 0).flatMap(Argument::string).orElse("KEY");
        String otherwise = onColab
                ? "stops the notebook on Colab for readers without that secret"
                : "waits 10 s and fails wherever Colab's own page is not open, or the secret is missing";
        return Finding.of(INFO, "userdata.get(\"" + name + "\") has no fallback: it " + otherwise)
                .severity(onColab ? Severity.INFO : Severity.WARNING)
                .cell(cell)
                .place(call.place())
                .remedy("read it inside try/except, then os.environ, then getpass when somebody can answer")
                .fixes(Fix.instruct(
                        cell,
                        "Read " + name + " from userdata inside try/except Exception, fall back to os.environ.get(\""
                                + name + "\"), and ask with getpass only when both are empty."))
                .build();
    }
}
