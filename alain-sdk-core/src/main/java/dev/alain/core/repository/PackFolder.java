package dev.alain.core.repository;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.internal.storage.dfs.DfsObjDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsPackDescription;
import org.eclipse.jgit.internal.storage.dfs.DfsReaderOptions;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.eclipse.jgit.lib.ObjectId;

/** The packs of a clone as plain files of one folder. */
final class PackFolder extends DfsObjDatabase {
    private final Path folder;
    private final Allowance allowance;
    private final AtomicInteger number = new AtomicInteger();
    private List<DfsPackDescription> packs = List.of();
    private Set<ObjectId> shallow = Set.of();

    PackFolder(DfsRepository repository, Path folder, Allowance allowance) {
        super(repository, new DfsReaderOptions());
        this.folder = folder;
        this.allowance = allowance;
    }

    @Override
    protected DfsPackDescription newPack(PackSource source) {
        // The cache of JGit knows packs by their names and that of the repository, which is the folder's own.
        String name = "pack-" + number.incrementAndGet() + "-" + source.name();
        return new DfsPackDescription(getRepository().getDescription(), name, source);
    }

    @Override
    protected synchronized void commitPackImpl(
            Collection<DfsPackDescription> added, Collection<DfsPackDescription> replaced) {
        List<DfsPackDescription> now = new ArrayList<>(packs);
        if (replaced != null) {
            now.removeAll(replaced);
        }
        now.addAll(added);
        packs = List.copyOf(now);
        clearCache();
    }

    @Override
    protected void rollbackPack(Collection<DfsPackDescription> added) {
        // The folder goes as a whole.
    }

    @Override
    protected synchronized List<DfsPackDescription> listPacks() {
        return packs;
    }

    @Override
    protected ReadableChannel openFile(DfsPackDescription pack, PackExt extension) throws FileNotFoundException {
        return new PackChannel(new RandomAccessFile(file(pack, extension).toFile(), "r"));
    }

    @Override
    protected DfsOutputStream writeFile(DfsPackDescription pack, PackExt extension) throws IOException {
        Path file = file(pack, extension);
        Files.createFile(file);
        return new PackOutput(new RandomAccessFile(file.toFile(), "rw"), allowance);
    }

    private Path file(DfsPackDescription pack, PackExt extension) {
        return folder.resolve(pack.getFileName(extension));
    }

    @Override
    public synchronized Set<ObjectId> getShallowCommits() {
        return shallow;
    }

    @Override
    public synchronized void setShallowCommits(Set<ObjectId> commits) {
        shallow = Set.copyOf(commits);
    }

    @Override
    public synchronized long getApproximateObjectCount() {
        return packs.stream().mapToLong(DfsPackDescription::getObjectCount).sum();
    }

    /** Blocking file access: unlike channels, an interrupt does not close it in the middle of a read. */
    private static final class PackOutput extends DfsOutputStream {
        private final RandomAccessFile file;
        private final Allowance allowance;

        PackOutput(RandomAccessFile file, Allowance allowance) {
            this.file = file;
            this.allowance = allowance;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            allowance.spend(length);
            file.seek(file.length());
            file.write(bytes, offset, length);
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            return readAt(file, position, target);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class PackChannel implements ReadableChannel {
        private final RandomAccessFile file;
        private long position;
        private boolean open = true;

        PackChannel(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = readAt(file, position, target);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void position(long newPosition) {
            position = newPosition;
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public int blockSize() {
            return 0;
        }

        @Override
        public void setReadAheadBytes(int bytes) {
            // The system reads ahead by itself.
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() throws IOException {
            open = false;
            file.close();
        }
    }

    private static int readAt(RandomAccessFile file, long position, ByteBuffer target) throws IOException {
        byte[] bytes = new byte[target.remaining()];
        file.seek(position);
        int count = file.read(bytes);
        if (count > 0) {
            target.put(bytes, 0, count);
        }
        return count;
    }
}
