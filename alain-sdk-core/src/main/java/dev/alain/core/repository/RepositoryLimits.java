package dev.alain.core.repository;

import java.time.Duration;

/**
 * How much of a repository is fetched and read.
 *
 * @param time the longest that talking to the host may take
 * @param packBytes the most bytes that come from the host
 * @param blobBytes larger files are not asked for
 * @param entries the most files
 * @param depth the most folders inside one another
 * @param textBytes the largest text that is read
 * @param notebookBytes the largest notebook that is read
 */
record RepositoryLimits(
        Duration time, long packBytes, long blobBytes, int entries, int depth, int textBytes, int notebookBytes) {
    static final RepositoryLimits DEFAULT =
            new RepositoryLimits(Duration.ofSeconds(60), 100L << 20, 1 << 20, 20_000, 32, 1 << 20, 5 << 20);
}
