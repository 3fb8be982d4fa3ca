package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.code.Place;
import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What names hold at a place, as far as the code before it says. */
final class KnownValues {
    private static final Set<String> ENVIRONMENT = Set.of("os.environ.get", "os.getenv", "environ.get", "getenv");

    private final Map<String, Integer> cells = new HashMap<>();
    private final Map<String, TreeMap<Long, Assignment>> assignments = new HashMap<>();
    private final Map<String, TreeMap<Long, String>> defaults = new HashMap<>();

    private KnownValues() {}

    /** The values of a notebook, read once. */
    static KnownValues of(NotebookView view) {
        return view.derived(KnownValues.class, KnownValues::read);
    }

    private static KnownValues read(NotebookView view) {
        KnownValues values = new KnownValues();
        for (CellAnalysis cell : PythonCells.of(view)) {
            values.cells.put(cell.cellId(), values.cells.size());
            Map<Integer, Call> byLine = new HashMap<>();
            cell.calls().stream()
                    .filter(call -> ENVIRONMENT.contains(call.function()))
                    .forEach(call -> byLine.putIfAbsent(call.place().line(), call));
            for (Assignment assignment : cell.assignments()) {
                values.add(
                        cell.cellId(), assignment, byLine.get(assignment.place().line()));
            }
        }
        return values;
    }

    private void add(String cell, Assignment assignment, @Nullable Call environment) {
        long key = key(cell, assignment.place().line());
        assignments
                .computeIfAbsent(assignment.target(), name -> new TreeMap<>())
                .put(key, assignment);
        if (environment != null && assignment.text().startsWith(environment.written() + "(")) {
            environment
                    .argument("default", 1)
                    .flatMap(Argument::string)
                    .ifPresent(text -> defaults.computeIfAbsent(assignment.target(), name -> new TreeMap<>())
                            .put(key, text));
        }
    }

    private long key(String cell, int line) {
        return ((long) cells.getOrDefault(cell, 0) << 32) + line;
    }

    /** The last assignment to a name before a line ends. */
    Optional<Assignment> assignment(String name, String cell, int line) {
        TreeMap<Long, Assignment> known = assignments.get(name);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.floorEntry(key(cell, line))).map(Map.Entry::getValue);
    }

    /** The text of an argument: a constant, what its name was last set to, or that name's default in the environment. */
    Optional<String> text(Argument argument, String cell, Place call) {
        if (argument.string().isPresent()) {
            return argument.string();
        }
        List<String> names = argument.names();
        if (names.size() != 1 || !names.get(0).equals(argument.text())) {
            return Optional.empty();
        }
        Optional<Assignment> last = assignment(names.get(0), cell, call.line());
        Optional<String> constant = last.flatMap(Assignment::value)
                .filter(value -> value.kind() == Constant.Kind.STRING)
                .map(Constant::text);
        return constant.or(() -> fromEnvironment(names.get(0), last));
    }

    private Optional<String> fromEnvironment(String name, Optional<Assignment> last) {
        TreeMap<Long, String> known = defaults.get(name);
        return known == null || last.isEmpty()
                ? Optional.empty()
                : Optional.of(known.lastEntry().getValue());
    }

    /** An argument as it stands, its name replaced by what it was last set to. */
    String written(Argument argument, String cell, Place call) {
        return assignment(argument.text(), cell, call.line())
                .map(Assignment::text)
                .orElse(argument.text());
    }
}
