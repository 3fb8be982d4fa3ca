package dev.alain.core.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a store does to a disk, one step at a time, so that tests can let each of them fail or be lost. */
interface Disk {
    /** A file that was written; what it holds may be lost until it is synced. */
    interface Unsynced extends Closeable {
        /** Makes the content durable. On the handle that wrote it, or an error of the disk could go unheard. */
        void sync() throws IOException;
    }

    /** Makes a folder in one that exists; one that is there already is fine. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a new file. */
    Unsynced create(Path file, byte[] content) throws IOException;

    /** Moves a file over another, which is replaced as a whole. */
    void move(Path from, Path to) throws IOException;

    /** Makes the names in a folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    boolean isFile(Path file);

    boolean isFolder(Path folder);

    byte[] read(Path file) throws IOException;

    /** The disk itself. */
    Disk REAL = new Disk() {
        @Override
        public void makeFolder(Path folder) throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public Unsynced create(Path file, byte[] content) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                return new Unsynced() {
                    @Override
                    public void sync() throws IOException {
                        channel.force(true);
                    }

                    @Override
                    public void close() throws IOException {
                        channel.close();
                    }
                };
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        /** Not every system, and not every folder, lets itself be opened; there the rename is as durable as it gets. */
        @Override
        public void syncFolder(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (FileSystemException e) {
                boolean opens = java.io.File.separatorChar == '/' && !(e instanceof AccessDeniedException);
                if (opens) {
                    throw e;
                }
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public boolean isFile(Path file) {
            return Files.isRegularFile(file);
        }

        @Override
        public boolean isFolder(Path folder) {
            return Files.isDirectory(folder);
        }

        @Override
        public byte[] read(Path file) throws IOException {
            return Files.readAllBytes(file);
        }
    };
}
