package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CodeAnalysis;
import dev.alain.validation.NotebookView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of a notebook's code, without a word about whether an analyser was there. */
public final class PythonCells {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "script", "system", "sx");

    private PythonCells() {}

    /** The cells in order; empty without an analyser. */
    public static List<CellAnalysis> of(NotebookView view) {
        return view.analysis().map(CodeAnalysis::cells).orElse(List.of());
    }

    /** Every call, in order of cells. */
    public static Stream<Call> calls(NotebookView view) {
        return of(view).stream().flatMap(cell -> cell.calls().stream());
    }

    /** Whether one of these packages is imported anywhere; a name may be the beginning of a module's. */
    public static boolean imports(NotebookView view, Set<String> modules) {
        return of(view).stream()
                .flatMap(cell -> cell.imports().stream())
                .anyMatch(i -> modules.contains(i.root()) || modules.contains(i.module()));
    }

    /** The lines that a shell gets, those under {@code %%bash} too. */
    public static List<String> shellLines(Command command) {
        return switch (command.kind()) {
            case SHELL -> command.text().lines().toList();
            case LINE_MAGIC -> List.of((command.name() + " " + command.text()).strip());
            case CELL_MAGIC ->
                SHELLS.contains(command.name()) ? command.body().lines().toList() : List.of();
        };
    }

    /** Whether the notebook is written in Python, or does not say. */
    public static boolean isPython(NotebookView view) {
        String kernel = view.metadata().path("kernelspec").path("language").asText("");
        String language = view.metadata().path("language_info").path("name").asText(kernel);
        return language.isEmpty() || language.equals("python");
    }
}
