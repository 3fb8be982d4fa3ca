package dev.alain.core.hub;

import java.nio.file.Path;
import java.util.Optional;

/** Keeps answers of the Hub. Thread-safe; what cannot be kept is forgotten, never an error. */
interface HubCache {
    /** What was kept under a key; empty also when it is damaged. */
    Optional<StoredAnswer> find(String key);

    void put(String key, StoredAnswer answer);

    void forget(String key);

    /** Keeps answers in a folder. */
    static HubCache in(Path folder) {
        return new DiskHubCache(folder);
    }

    /** Keeps the answers that were used last. */
    static HubCache inMemory() {
        return new MemoryHubCache(512, 64L << 20);
    }
}
