package dev.alain.stage;

import java.util.List;
import java.util.Objects;

/**
 * What came of a task: where its result is stored, and what it means for the rest of the run.
 *
 * @param steps how many sections there are to write; 0 unless the task was an outline
 * @param again sections to be written again; empty unless the task was a notebook
 */
public record StageDone(StageKey key, int steps, List<Integer> again) {
    /** Copies the list. */
    public StageDone {
        Objects.requireNonNull(key, "key");
        again = List.copyOf(again);
    }

    /** A result that changes nothing else. */
    public static StageDone of(StageKey key) {
        return new StageDone(key, 0, List.of());
    }
}
