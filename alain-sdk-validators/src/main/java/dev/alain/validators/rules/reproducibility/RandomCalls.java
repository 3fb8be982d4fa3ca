package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CodeAnalysis;
import dev.alain.validators.rules.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls whose results differ from run to run, by the library whose seed would settle them.
 *
 * @param unseeded the calls of each library that nothing seeds, in order
 */
record RandomCalls(Map<String, List<Found>> unseeded) {
    /** A call in a cell. */
    record Found(String cellId, Call call) {}

    private static final Map<String, String> LIBRARY_OF_CALL = table("random-calls.txt");
    private static final Map<String, String> LIBRARY_OF_SEED = table("seed-calls.txt");
    private static final List<String> SEED_KEYWORDS =
            List.of("seed", "random_state", "generator", "rng", "random_seed");
    private static final String ALL = "*";

    static RandomCalls of(CodeAnalysis analysis) {
        Map<String, List<Found>> calls = new LinkedHashMap<>();
        Set<String> seeded = new HashSet<>();
        Set<String> roots = new HashSet<>();
        for (CellAnalysis cell : analysis.cells()) {
            cell.imports().forEach(imported -> roots.add(imported.root()));
        }
        for (CellAnalysis cell : analysis.cells()) {
            for (Call call : cell.calls()) {
                Optional<String> seeds = seeds(call);
                seeds.ifPresent(seeded::add);
                if (seeds.isEmpty()
                        && SEED_KEYWORDS.stream()
                                .noneMatch(word -> call.keyword(word).isPresent())) {
                    library(call, roots)
                            .ifPresent(library -> calls.computeIfAbsent(library, name -> new ArrayList<>())
                                    .add(new Found(cell.cellId(), call)));
                }
            }
        }
        if (seeded.contains(ALL)) {
            calls.clear();
        }
        calls.keySet().removeAll(seeded);
        return new RandomCalls(calls);
    }

    private static Optional<String> seeds(Call call) {
        String known = LIBRARY_OF_SEED.get(call.function());
        if (known != null) {
            return Optional.of(known);
        }
        String last = last(call.function()).toLowerCase(Locale.ROOT);
        return last.contains("seed") ? Optional.of(ALL) : Optional.empty();
    }

    private static Optional<String> library(Call call, Set<String> roots) {
        String known = LIBRARY_OF_CALL.get(call.function());
        if (known != null) {
            return isDefault(call) ? Optional.of(known) : Optional.empty();
        }
        if (call.function().startsWith("sklearn.")) {
            return Optional.ofNullable(LIBRARY_OF_CALL.get("sklearn.*." + last(call.function())));
        }
        boolean samples = call.keyword("do_sample")
                .flatMap(CellAnalysis.Argument::value)
                .filter(RandomCalls::isTrue)
                .isPresent();
        boolean shuffles = call.keyword("shuffle")
                .flatMap(CellAnalysis.Argument::value)
                .filter(RandomCalls::isTrue)
                .isPresent();
        if ((samples || shuffles && last(call.function()).endsWith("DataLoader")) && roots.contains("torch")) {
            return Optional.of("torch");
        }
        String method = last(call.function());
        boolean ofDatasets =
                method.equals("shuffle") && call.function().indexOf('.') > 0 || method.equals("train_test_split");
        return ofDatasets && roots.contains("datasets") && !roots.contains("tensorflow")
                ? Optional.of("numpy")
                : Optional.empty();
    }

    /** A generator that is given its seed as its only argument is seeded. */
    private static boolean isDefault(Call call) {
        boolean generator =
                call.function().endsWith(".default_rng") || call.function().endsWith(".RandomState");
        return !(generator && !call.arguments().isEmpty());
    }

    private static boolean isTrue(CellAnalysis.Constant value) {
        return value.text().equals("True");
    }

    private static String last(String function) {
        return function.substring(function.lastIndexOf('.') + 1);
    }

    private static Map<String, String> table(String file) {
        Map<String, String> table = new HashMap<>();
        for (String line : WordList.lines(RandomCalls.class, file)) {
            int space = line.indexOf(' ');
            for (String name : line.substring(space + 1).strip().split(" ", -1)) {
                table.put(name, line.substring(0, space));
            }
        }
        return Map.copyOf(table);
    }
}
