package dev.alain.execute;

import dev.alain.notebook.Notebook;
import java.time.Duration;

/** Runs a notebook in a real kernel, under a policy. */
@FunctionalInterface
public interface NotebookExecutor {
    /** Runs every cell in order; errors of cells are outputs, not exceptions. */
    Execution execute(Notebook notebook, Policy policy);

    /**
     * What a notebook may do.
     *
     * @param cellTime for one cell
     * @param totalTime for all
     * @param memoryBytes of the kernel
     * @param network whether it may leave the machine
     */
    record Policy(Duration cellTime, Duration totalTime, long memoryBytes, boolean network) {
        /** 2 minutes a cell, 10 in all, 4 GiB, no network. */
        public static final Policy DEFAULT = new Policy(Duration.ofMinutes(2), Duration.ofMinutes(10), 4L << 30, false);
    }

    /**
     * What came of it.
     *
     * @param notebook with outputs
     * @param failedCells ids of cells that ended in an error
     */
    record Execution(Notebook notebook, java.util.List<String> failedCells) {
        /** Copies the list. */
        public Execution {
            failedCells = java.util.List.copyOf(failedCells);
        }
    }
}
