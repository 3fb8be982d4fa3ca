package dev.alain.core.store;

import dev.alain.RunException;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps results and runs in a folder.
 *
 * <p>Results lie in {@code .store/<2>/<key>.json}, shared by all runs, with their own hash in the first line, so that a
 * damaged one counts as missing. A run is a folder {@code <subject>/<yyyyMMdd-HHmmss>-<run id>}.
 */
public final class FileArtifactStore implements ArtifactStore {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path root;
    private final Disk disk;

    /** A store in a folder, which is made when it is first written to. */
    public FileArtifactStore(Path root) {
        this(root, Disk.REAL);
    }

    FileArtifactStore(Path root, Disk disk) {
        this.root = root.normalize();
        this.disk = disk;
    }

    @Override
    public Optional<byte[]> result(StageKey key) {
        Path file = path(key);
        try {
            return unsealed(UninterruptedIo.run(() -> disk.read(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("", "a result cannot be read in " + root.getFileName(), e);
        }
    }

    @Override
    public void save(StageKey key, byte[] content) {
        if (result(key).isPresent()) {
            return;
        }
        try {
            AtomicFiles.write(disk, path(key), sealed(content));
        } catch (IOException e) {
            throw failure("", "a result cannot be stored in " + root.getFileName(), e);
        }
    }

    private Path path(StageKey key) {
        return root.resolve(".store").resolve(key.hex().substring(0, 2)).resolve(key.hex() + ".json");
    }

    private static byte[] sealed(byte[] content) {
        byte[] line = (hash(content) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(line, line.length + content.length);
        System.arraycopy(content, 0, all, line.length, content.length);
        return all;
    }

    private static Optional<byte[]> unsealed(byte[] all) {
        if (all.length < 65 || all[64] != '\n') {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(all, 65, all.length);
        String said = new String(all, 0, 64, StandardCharsets.US_ASCII);
        return said.equals(hash(content)) ? Optional.of(content) : Optional.empty();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public RunFiles create(String runId, String subject, Instant startedAt) {
        Path folder = root.resolve(slug(subject)).resolve(TIME.format(startedAt) + "-" + runId);
        try {
            UninterruptedIo.run(() -> {
                AtomicFiles.makeFolders(disk, folder);
                return folder;
            });
            return FolderRunFiles.lock(runId, folder, disk);
        } catch (IOException e) {
            throw failure(runId, "the folder of the run cannot be made in " + root.getFileName(), e);
        }
    }

    @Override
    public RunFiles open(String runId) {
        Path folder = find(runId);
        try {
            return FolderRunFiles.lock(runId, folder, disk);
        } catch (IOException e) {
            throw failure(runId, "run " + runId + " cannot be opened", e);
        }
    }

    private Path find(String runId) {
        boolean plain = !runId.isEmpty() && runId.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
        if (plain && Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.walk(root, 2)) {
                Optional<Path> found = folders.filter(Files::isDirectory)
                        .filter(path -> path.getFileName().toString().endsWith("-" + runId)
                                && root.relativize(path).getNameCount() == 2)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException | UncheckedIOException e) {
                throw failure(runId, "the runs in " + root.getFileName() + " cannot be listed", e);
            }
        }
        throw new RunException(
                runId, "there is no run " + runId + " in " + root, false, "Check the run id and the folder");
    }

    static String slug(String subject) {
        String slug =
                subject.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "manual" : slug.substring(0, Math.min(80, slug.length()));
    }

    private static RunException failure(String runId, String message, Exception cause) {
        return new RunException(runId, message, true, "Check free space and rights of the folder", cause);
    }

    /** The folders of all runs, for tests and tools. */
    List<Path> runs() throws IOException {
        try (Stream<Path> folders = Files.walk(root, 2)) {
            return folders.filter(path -> Files.exists(path.resolve("manifest.json")))
                    .sorted()
                    .toList();
        }
    }
}
