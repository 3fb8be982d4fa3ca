package dev.alain.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Files that are there whole or not at all: temporary file, fsync, rename, fsync of the folder. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /**
     * Writes a file, and its folders where there are none; an interrupt waits until it is written.
     *
     * @throws IOException if it cannot be written; then what was there before still is
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(Disk.REAL, file, content);
    }

    static void write(Disk disk, Path file, byte[] content) throws IOException {
        UninterruptedIo.run(() -> writeOnce(disk, file, content));
    }

    /** Writes files whole; the names in each folder are made durable together, at the end. */
    static void writeAll(Disk disk, Map<Path, byte[]> contents) throws IOException {
        UninterruptedIo.run(() -> {
            Set<Path> folders = new LinkedHashSet<>();
            for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
                folders.add(replaceOnce(disk, file.getKey(), file.getValue()));
            }
            for (Path folder : folders) {
                disk.syncFolder(folder);
            }
            return folders;
        });
    }

    private static Path writeOnce(Disk disk, Path file, byte[] content) throws IOException {
        disk.syncFolder(replaceOnce(disk, file, content));
        return file;
    }

    /** The folder whose names have changed. */
    private static Path replaceOnce(Disk disk, Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        makeFolders(disk, folder);
        // Not createTempFile: its files are for their owner only, and these are for readers.
        Path temporary = folder.resolve("." + Thread.currentThread().getId() + "-" + System.nanoTime() + ".tmp");
        try {
            try (Disk.Unsynced written = disk.create(temporary, content)) {
                written.sync();
            }
            disk.move(temporary, file);
            return folder;
        } finally {
            disk.delete(temporary);
        }
    }

    /** A new folder is a name in the one above it, which has to be durable too. */
    static void makeFolders(Disk disk, Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (disk.isFolder(folder) || above == null) {
            return;
        }
        makeFolders(disk, above);
        disk.makeFolder(folder);
        disk.syncFolder(above);
    }
}
