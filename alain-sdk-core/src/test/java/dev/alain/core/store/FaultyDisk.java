package dev.alain.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk, but one of its steps fails: with an error of I/O, or as if the process had been killed there. */
final class FaultyDisk implements Disk {
    /** Nothing after this happens in the process that it killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int fatal;
    private final boolean kills;
    private final AtomicInteger steps = new AtomicInteger();

    /**
     * @param fatal the number of the step that fails, from 1
     * @param kills whether it and everything after it never happens; else it fails once
     */
    FaultyDisk(int fatal, boolean kills) {
        this.fatal = fatal;
        this.kills = kills;
    }

    int steps() {
        return steps.get();
    }

    private void step() throws IOException {
        int number = steps.incrementAndGet();
        if (kills && number >= fatal) {
            throw new Killed();
        }
        if (number == fatal) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step();
        REAL.makeFolder(folder);
    }

    @Override
    public Unsynced create(Path file, byte[] content) throws IOException {
        step();
        Unsynced written = REAL.create(file, content);
        return new Unsynced() {
            @Override
            public void sync() throws IOException {
                step();
                written.sync();
            }

            @Override
            public void close() throws IOException {
                written.close();
            }
        };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        REAL.move(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        REAL.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (!kills || steps.get() < fatal) {
            REAL.delete(file);
        }
    }

    @Override
    public boolean isFile(Path file) {
        return REAL.isFile(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return REAL.isFolder(folder);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return REAL.read(file);
    }
}
