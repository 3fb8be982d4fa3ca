package dev.alain.core.store;

import dev.alain.RunException;
import dev.alain.store.RunFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a run in a folder that one process has locked. */
final class FolderRunFiles implements RunFiles {
    private static final String LOCK = ".lock";

    /** Two locks in one process: on POSIX, closing any channel on a file gives back all locks on it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final String runId;
    private final Path folder;
    private final Path real;
    private final FileChannel channel;
    private final Disk disk;

    private FolderRunFiles(String runId, Path folder, Path real, FileChannel channel, Disk disk) {
        this.runId = runId;
        this.folder = folder;
        this.real = real;
        this.channel = channel;
        this.disk = disk;
    }

    /**
     * @throws RunException if another process, or another generator of this one, works on the run
     */
    static FolderRunFiles lock(String runId, Path folder, Disk disk) throws IOException {
        return UninterruptedIo.run(() -> lockOnce(runId, folder, disk));
    }

    private static FolderRunFiles lockOnce(String runId, Path folder, Disk disk) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw busy(runId);
        }
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw busy(runId);
            }
            return new FolderRunFiles(runId, folder, real, channel, disk);
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static RunException busy(String runId) {
        return new RunException(
                runId, "run " + runId + " is being worked on elsewhere", true, "Wait until it has ended");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public void write(String name, byte[] content) {
        try {
            AtomicFiles.write(disk, inside(name), content);
        } catch (IOException e) {
            throw new RunException(
                    runId, name + " of run " + runId + " cannot be written", true, "Check free space and rights", e);
        }
    }

    @Override
    public void writeAll(Map<String, byte[]> contents) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        contents.forEach((name, content) -> files.put(inside(name), content));
        try {
            AtomicFiles.writeAll(disk, files);
        } catch (IOException e) {
            throw new RunException(
                    runId, "the files of run " + runId + " cannot be written", true, "Check free space and rights", e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path file = inside(name);
        try {
            return disk.isFile(file) ? Optional.of(UninterruptedIo.run(() -> disk.read(file))) : Optional.empty();
        } catch (IOException e) {
            throw new RunException(runId, name + " of run " + runId + " cannot be read", true, "Check its rights", e);
        }
    }

    private Path inside(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a file of a run lies in its folder: " + name);
        }
        return file;
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(LOCK) && !name.endsWith(".tmp"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RunException(runId, "run " + runId + " cannot be listed", true, "Check its rights", e);
        }
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    /** Closing twice does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new RunException(runId, "the lock of run " + runId + " cannot be given back", true, "", e);
        } finally {
            HELD.remove(real);
        }
    }
}
