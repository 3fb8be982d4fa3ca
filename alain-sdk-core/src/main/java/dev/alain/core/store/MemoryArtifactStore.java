package dev.alain.core.store;

import dev.alain.RunException;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the latest results in memory, for generators that write nothing to disk. */
public final class MemoryArtifactStore implements ArtifactStore {
    private static final int MOST_RESULTS = 512;
    private static final int MOST_RUNS = 64;

    private final Map<StageKey, byte[]> results = latest(MOST_RESULTS);
    private final Map<String, MemoryRunFiles> runs = latest(MOST_RUNS);

    private static <K, V> Map<K, V> latest(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    @Override
    public Optional<byte[]> result(StageKey key) {
        return Optional.ofNullable(results.get(key)).map(byte[]::clone);
    }

    @Override
    public void save(StageKey key, byte[] content) {
        results.putIfAbsent(key, content.clone());
    }

    @Override
    public RunFiles create(String runId, String subject, Instant startedAt) {
        MemoryRunFiles files = new MemoryRunFiles(runId);
        runs.put(runId, files);
        return files;
    }

    @Override
    public RunFiles open(String runId) {
        return Optional.ofNullable(runs.get(runId))
                .orElseThrow(() -> new RunException(runId, "there is no run " + runId, false, "Check the run id"));
    }

    private record MemoryRunFiles(String runId, Map<String, byte[]> files) implements RunFiles {
        MemoryRunFiles(String runId) {
            this(runId, Collections.synchronizedMap(new TreeMap<>()));
        }

        @Override
        public void write(String name, byte[] content) {
            files.put(name, content.clone());
        }

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(files.get(name)).map(byte[]::clone);
        }

        @Override
        public List<String> names() {
            return List.copyOf(files.keySet());
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is locked in memory.
        }
    }
}
