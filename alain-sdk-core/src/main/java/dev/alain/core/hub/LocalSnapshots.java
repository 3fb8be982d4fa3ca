package dev.alain.core.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The cache of Hugging Face's own tools, by commit; read in place. */
final class LocalSnapshots {
    private final Path hub;

    LocalSnapshots(Path hub) {
        this.hub = hub;
    }

    /** A file that is there and no larger than the limit. */
    Optional<byte[]> file(String id, String commit, String name, long largest) {
        Path file = hub.resolve("models--" + id.replace("/", "--"))
                .resolve("snapshots")
                .resolve(commit)
                .resolve(name);
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= largest;
            return readable ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
