package dev.alain.store;

import dev.alain.RunException;
import dev.alain.stage.StageKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps results of stages, shared by all runs, and the files of each run.
 *
 * <p>Thread-safe. What {@link #save} was given is durable when it returns, and a reader never sees half of it.
 */
public interface ArtifactStore extends AutoCloseable {
    /** A stored result; empty when there is none, or when what is there is damaged. */
    Optional<byte[]> result(StageKey key);

    /**
     * Stores a result; the first one under a key stays.
     *
     * @throws RunException if it cannot be stored
     */
    void save(StageKey key, byte[] content);

    /**
     * Opens a new run.
     *
     * @param subject names the run's folder for people
     * @throws RunException if it cannot be opened
     */
    RunFiles create(String runId, String subject, Instant startedAt);

    /**
     * Opens a run that exists.
     *
     * @throws RunException if there is no such run, or another process works on it
     */
    RunFiles open(String runId);

    /** Gives up what the store holds; does nothing by default. */
    @Override
    default void close() {}
}
