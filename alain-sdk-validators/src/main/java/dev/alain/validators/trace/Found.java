package dev.alain.validators.trace;

import dev.alain.validators.trace.CellTrace.Assigned;
import dev.alain.validators.trace.CellTrace.Line;
import java.util.ArrayList;
import java.util.List;

/** What was seen so far in a cell; grows while it is read. */
record Found(List<CallSite> calls, List<Assigned> assigned, List<Line> commands) {
    static Found nothing() {
        return new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
