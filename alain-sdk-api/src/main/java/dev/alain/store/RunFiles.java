package dev.alain.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one run, held by one process at a time. Thread-safe. */
public interface RunFiles extends AutoCloseable {
    /** The run. */
    String runId();

    /** Writes a file whole, replacing it; {@code name} may hold forward slashes. */
    void write(String name, byte[] content);

    /** Writes files whole, each as {@link #write} does; a store may be quicker about many than about each. */
    default void writeAll(Map<String, byte[]> contents) {
        contents.forEach(this::write);
    }

    /** A file; empty when there is none. */
    Optional<byte[]> read(String name);

    /** The names of all files, sorted. */
    List<String> names();

    /** The folder; empty when the run is not on disk. */
    Optional<Path> folder();

    /** Lets others work on the run. */
    @Override
    void close();
}
