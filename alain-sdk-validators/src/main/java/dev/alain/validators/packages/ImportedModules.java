package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.CodeAnalysis;
import dev.alain.validation.NotebookView;
import dev.alain.validation.ValidationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports of a notebook that its own code and Python's library do not satisfy, with what would. */
public final class ImportedModules {
    /**
     * One import.
     *
     * @param index of the cell among the code cells
     * @param packages that bring the module, the one to install first in front; empty when none is known
     */
    public record Imported(Import what, String cellId, int index, List<String> packages) {
        /** Copies the list. */
        public Imported {
            packages = List.copyOf(packages);
        }
    }

    private final List<Imported> all = new ArrayList<>();

    private ImportedModules() {}

    /** Those of a notebook, in order. */
    public static List<Imported> of(NotebookView view) {
        return view.derived(ImportedModules.class, ImportedModules::read).all;
    }

    /** The packages that are known, those included that the user vouches for. */
    public static PackageList packages(NotebookView view) {
        return view.derived(
                PackageList.class,
                asked -> PackageList.SHIPPED.with(asked.setting(ValidationOptions.PACKAGES)
                        .map(names -> names.lines()
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .orElse(List.of())));
    }

    /** The import that a call with a constant name makes. */
    private static Optional<Import> dynamic(Call call) {
        boolean imports = call.function().equals("importlib.import_module")
                || call.written().equals("__import__");
        return imports
                ? call.argument("name", 0)
                        .flatMap(Argument::string)
                        .map(module -> new Import(module, "", "", call.place(), call.context()))
                : Optional.empty();
    }

    private static ImportedModules read(NotebookView view) {
        ImportedModules modules = new ImportedModules();
        LocalModules local = LocalModules.of(view);
        PackageList packages = packages(view);
        List<CellAnalysis> cells = view.analysis().map(CodeAnalysis::cells).orElse(List.of());
        for (int i = 0; i < cells.size(); i++) {
            List<Import> imports = new ArrayList<>(cells.get(i).imports());
            cells.get(i).calls().forEach(call -> dynamic(call).ifPresent(imports::add));
            for (Import taken : imports) {
                String root = taken.root();
                if (!root.isEmpty() && !StandardLibrary.has(root) && !local.writes(root)) {
                    modules.all.add(new Imported(
                            taken, cells.get(i).cellId(), i, packages.bringing(taken.module(), taken.name())));
                }
            }
        }
        return modules;
    }
}
