package dev.alain.samples.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/** A file that is there whole or not at all: written beside its place, then moved. */
final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path beside;

    private AtomicFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(this.target.getParent(), "a file has a folder");
        Files.createDirectories(folder);
        this.beside = folder.resolve(
                "." + this.target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    static AtomicFile at(Path target) throws IOException {
        return new AtomicFile(target);
    }

    /** Replaces a file's content; a link stays a link, and who may read it may still do so. */
    static void replace(Path file, byte[] content) throws IOException {
        Path real = file.toRealPath();
        try (AtomicFile whole = at(real)) {
            Files.write(whole.beside, content);
            PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (view != null) {
                Files.setPosixFilePermissions(
                        whole.beside, view.readAttributes().permissions());
            }
            whole.commit();
        }
    }

    Writer writer() throws IOException {
        return Files.newBufferedWriter(beside);
    }

    void commit() throws IOException {
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }
}
