package dev.alain.validators.rules.execution;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validators.rules.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a cell takes at least, reckoned from constants alone.
 *
 * @param reckoning how it was made
 * @param atMost whether the constant is a limit that need not be reached
 */
record RunTime(double seconds, int line, String reckoning, boolean atMost) {
    /** A call that costs time for each unit that an argument counts. */
    private record Cost(String keyword, double seconds, String unit) {}

    private static final Map<String, Cost> COSTS = costs();

    /** The most expensive call of the cell. */
    static Optional<RunTime> of(CellAnalysis cell, String source) {
        List<RangeLoop> loops = RangeLoop.of(cell, source);
        RunTime longest = null;
        for (Call call : cell.calls()) {
            RunTime time = call.context().surelyRuns() ? of(call, loops).orElse(null) : null;
            if (time != null && (longest == null || time.seconds > longest.seconds)) {
                longest = time;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static Optional<RunTime> of(Call call, List<RangeLoop> loops) {
        Optional<Double> units = Optional.empty();
        Cost cost = COSTS.get(call.function().substring(call.function().lastIndexOf('.') + 1));
        if (cost != null) {
            units = Numbers.of(call.keyword(cost.keyword));
        } else if (call.function().equals("time.sleep")) {
            cost = new Cost("", 1, "seconds of sleep");
            units = Numbers.of(call.argument("secs", 0));
        }
        if (cost == null || units.isEmpty() || units.get() <= 0) {
            return Optional.empty();
        }
        double rounds = 1;
        for (RangeLoop loop : loops) {
            rounds *= loop.holds(call.place().line()) ? loop.rounds() : 1;
        }
        String times = rounds > 1 ? plain(rounds) + " rounds of " : "";
        String reckoning = times + plain(units.get()) + " " + cost.unit
                + (cost.seconds == 1 ? "" : ", " + plain(cost.seconds) + " s each at best on a T4");
        return Optional.of(new RunTime(
                units.get() * cost.seconds * rounds,
                call.place().line(),
                reckoning,
                cost.keyword.startsWith("max_new")));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && number < 1e15 ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Map<String, Cost> costs() {
        Map<String, Cost> costs = new HashMap<>();
        for (String line : WordList.lines(RunTime.class, "run-times.txt")) {
            String[] parts = line.split(" ", 4);
            costs.put(parts[0], new Cost(parts[1], Double.parseDouble(parts[2]), parts[3]));
        }
        return Map.copyOf(costs);
    }
}
