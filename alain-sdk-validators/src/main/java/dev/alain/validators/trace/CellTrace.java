package dev.alain.validators.trace;

import java.util.List;

/**
 * What one code cell does.
 *
 * @param calls in order, those in f-strings and in constant text given to {@code eval} too
 * @param assignments to names, attributes and items
 * @param commands shell lines and magics with what follows, as they stand; a cell magic with the whole cell
 */
public record CellTrace(String cellId, List<CallSite> calls, List<Assigned> assignments, List<Line> commands) {
    /** Copies the lists. */
    public CellTrace {
        calls = List.copyOf(calls);
        assignments = List.copyOf(assignments);
        commands = List.copyOf(commands);
    }

    /** A value given to a dotted name. */
    public record Assigned(String target, Value value, int line) {}

    /** A line for IPython, its known names filled in. */
    public record Line(String text, int line) {}
}
