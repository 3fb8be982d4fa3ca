package dev.alain.validators.rules.code;

import dev.alain.notebook.Cell;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookView;
import dev.alain.validators.packages.ImportedModules.Imported;
import dev.alain.validators.packages.Install;
import dev.alain.validators.packages.Installs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds one cell that installs everything that is missing. */
final class InstallFix {
    private InstallFix() {}

    static Fix of(Iterable<Imported> missing, NotebookView view) {
        Set<String> names = new LinkedHashSet<>();
        int earliest = Integer.MAX_VALUE;
        for (Imported imported : missing) {
            if (imported.what().context().surelyRuns()) {
                names.add(imported.packages().get(0));
                earliest = Math.min(earliest, imported.index());
            }
        }
        String line = "%pip install -q " + String.join(" ", names);
        return Fix.safe(
                "installs " + String.join(", ", names),
                new Fix.InsertAfter(place(earliest, view), freeId(view), "code", line));
    }

    /** After the first install if that comes early enough, else before the first code cell. */
    private static String place(int before, NotebookView view) {
        for (Install install : Installs.of(view).all()) {
            if (install.index() < before) {
                return install.cellId();
            }
        }
        String last = "";
        for (Cell cell : view.cells()) {
            if (cell.type().equals("code")) {
                break;
            }
            last = cell.id();
        }
        return last;
    }

    private static String freeId(NotebookView view) {
        Set<String> taken = view.cells().stream().map(Cell::id).collect(Collectors.toSet());
        List<String> tried = new ArrayList<>(List.of("install"));
        while (taken.contains(tried.get(tried.size() - 1))) {
            tried.add("install-" + (tried.size() + 1));
        }
        return tried.get(tried.size() - 1);
    }
}
