package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Random numbers are the same in every run. */
final class SeedRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP005");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        view.analysis().ifPresent(analysis -> {
            Map<String, List<RandomCalls.Found>> unseeded =
                    RandomCalls.of(analysis).unseeded();
            if (!unseeded.isEmpty()) {
                findings.report(finding(view, analysis, unseeded));
            }
        });
    }

    private static Finding finding(
            NotebookView view, CodeAnalysis analysis, Map<String, List<RandomCalls.Found>> unseeded) {
        RandomCalls.Found first = unseeded.values().iterator().next().get(0);
        int calls = unseeded.values().stream().mapToInt(List::size).sum();
        String libraries = String.join(", ", unseeded.keySet());
        Fix instruct = Fix.instruct(
                first.cellId(), "Fix the seed of " + libraries + " in the setup, before the first random call.");
        Fix[] fixes = SeedCell.of(analysis, unseeded)
                .map(cell -> new Fix[] {cell.insert(view), instruct})
                .orElseGet(() -> new Fix[] {instruct});
        return Finding.of(
                        INFO,
                        "%s is called and no seed of %s is fixed; random calls without one: %d"
                                .formatted(first.call().written(), libraries, calls))
                .cell(first.cellId())
                .place(first.call().place())
                .remedy("fix the seeds once, before the first random call")
                .fixes(fixes)
                .build();
    }

    /**
     * A cell that fixes seeds.
     *
     * @param after the last cell that imports one of the libraries
     */
    private record SeedCell(String after, String source) {
        private static final Map<String, String> SEED = Map.of(
                "random", "%s.seed(42)",
                "numpy", "%s.random.seed(42)",
                "torch", "%s.manual_seed(42)",
                "tensorflow", "%s.random.set_seed(42)");

        /** Empty when a library has no name of its own in the notebook before it is called. */
        static Optional<SeedCell> of(CodeAnalysis analysis, Map<String, List<RandomCalls.Found>> unseeded) {
            Set<String> callers = unseeded.values().stream()
                    .flatMap(List::stream)
                    .map(RandomCalls.Found::cellId)
                    .collect(Collectors.toSet());
            Map<String, String> names = new java.util.LinkedHashMap<>();
            String after = "";
            for (CellAnalysis cell : analysis.cells()) {
                if (callers.contains(cell.cellId())) {
                    break;
                }
                for (CellAnalysis.Import imported : cell.imports()) {
                    boolean whole =
                            imported.name().isEmpty() && imported.context().surelyRuns();
                    boolean wanted = unseeded.containsKey(imported.module())
                            && !imported.context().inLoop();
                    if (whole && wanted && names.putIfAbsent(imported.module(), imported.boundAs()) == null) {
                        after = cell.cellId();
                    }
                }
            }
            if (!names.keySet().containsAll(unseeded.keySet())) {
                return Optional.empty();
            }
            String source = unseeded.keySet().stream()
                    .map(library -> SEED.getOrDefault(library, "").formatted(names.get(library)))
                    .collect(Collectors.joining("\n", "# The same numbers in every run\n", ""));
            return Optional.of(new SeedCell(after, source));
        }

        /** Outputs of an earlier run come from other numbers: then a person decides. */
        Fix insert(NotebookView view) {
            Set<String> ids = view.cells().stream().map(Cell::id).collect(Collectors.toSet());
            String id = "seed";
            for (int i = 2; ids.contains(id); i++) {
                id = "seed-" + i;
            }
            Fix.Edit edit = new Fix.InsertAfter(after, id, "code", source);
            String title = "adds a cell that fixes the seeds";
            return RunOrder.of(view).run().isEmpty() ? Fix.safe(title, edit) : Fix.needsReview(title, edit);
        }
    }
}
