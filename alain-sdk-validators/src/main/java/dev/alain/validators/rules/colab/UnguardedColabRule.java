package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Context;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Set;

/** {@code google.colab} is imported only where it exists. */
final class UnguardedColabRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL005");
    private static final Set<String> GUARDS = Set.of(
            "colab",
            "find_spec",
            "modules",
            "get_ipython",
            "environ",
            "getenv",
            "exists",
            "kaggle",
            "local",
            "jupyter",
            "platform",
            "try:");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        ColabIntent intent = ColabIntent.of(view);
        FindingSink capped = PerCell.atMost(1, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Import imported : cell.imports()) {
                if (isColab(imported) && !isGuarded(view, cell.cellId(), imported.place(), imported.context())) {
                    capped.report(finding(cell.cellId(), written(imported), imported.place(), intent.isForColab()));
                }
            }
            for (Call call : cell.calls()) {
                if (isColab(call) && !isGuarded(view, cell.cellId(), call.place(), call.context())) {
                    capped.report(finding(cell.cellId(), "google.colab", call.place(), intent.isForColab()));
                }
            }
        }
    }

    private static boolean isColab(Import imported) {
        return imported.module().equals("google.colab")
                || imported.module().startsWith("google.colab.")
                || imported.module().equals("google") && imported.name().equals("colab");
    }

    private static boolean isColab(Call call) {
        boolean imports = call.function().equals("importlib.import_module")
                || call.function().equals("__import__");
        return imports
                && call.argument("name", 0)
                        .flatMap(Argument::string)
                        .filter(name -> name.startsWith("google.colab"))
                        .isPresent();
    }

    private static boolean isGuarded(NotebookView view, String cell, Place place, Context context) {
        return context.inTry()
                || Blocks.of(view).guardedBy(GUARDS, cell, place.line())
                || !RunPath.of(view).isCalled(cell, place, context);
    }

    private static String written(Import imported) {
        return imported.name().isEmpty() ? imported.module() : imported.module() + "." + imported.name();
    }

    private static Finding finding(String cell, String written, Place place, boolean forColab) {
        String declared = forColab ? " (the notebook is made for Colab)" : "";
        return Finding.of(INFO, written + " exists on Colab only: the import fails everywhere else" + declared)
                .severity(forColab ? Severity.WARNING : Severity.ERROR)
                .cell(cell)
                .place(place)
                .remedy("import it in try/except ImportError, or under if \"google.colab\" in sys.modules")
                .fixes(Fix.instruct(
                        cell,
                        "Import " + written
                                + " inside try/except ImportError and give readers outside Colab another way,"
                                + " such as os.environ for a secret or a local path for a file."))
                .build();
    }
}
