package dev.alain.validators.rules.code;

import java.util.HashMap;
import java.util.Map;

/** Counts what a rule reports of each cell, so that one broken cell does not drown the report. */
final class CellQuota {
    private final Map<String, Integer> used = new HashMap<>();

    /** Whether one more finding of this cell may be reported; counts it. */
    boolean takes(String cell) {
        return used.merge(cell, 1, Integer::sum) <= CodeCells.MOST_PER_CELL;
    }
}
