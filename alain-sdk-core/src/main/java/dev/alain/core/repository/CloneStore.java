package dev.alain.core.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.dfs.DfsReftableDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryBuilder;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.reftable.ReftableConfig;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.util.FS;

/**
 * A bare repository in a temporary folder that goes when it is closed.
 *
 * <p>JGit's repositories on disk stand on the configuration of the user and of the machine, and run {@code git} to find
 * it. This one has a configuration of its own and knows no other.
 */
final class CloneStore extends DfsRepository {
    private final Path folder;
    private final PackFolder objects;
    private final Refs refs;

    private CloneStore(Path folder, Allowance allowance) {
        super(new Builder(folder));
        this.folder = folder;
        this.objects = new PackFolder(this, folder, allowance);
        this.refs = new Refs(this);
        getConfig().setString("http", null, "followRedirects", "false");
        getConfig().setString("protocol", null, "version", "2");
    }

    /**
     * Makes an empty one.
     *
     * @param parent an existing folder for temporary files
     */
    static CloneStore in(Path parent, Allowance allowance) throws IOException {
        Path folder = Files.createTempDirectory(parent, "alain-clone-");
        try {
            return new CloneStore(folder, allowance);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    @Override
    public PackFolder getObjectDatabase() {
        return objects;
    }

    @Override
    public RefDatabase getRefDatabase() {
        return refs;
    }

    @Override
    public void close() {
        super.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + folder.getFileName() + " cannot be deleted", e);
        }
    }

    private static final class Refs extends DfsReftableDatabase {
        Refs(CloneStore store) {
            super(store);
        }

        @Override
        public ReftableConfig getReftableConfig() {
            return new ReftableConfig();
        }
    }

    private static final class Builder extends DfsRepositoryBuilder<Builder, CloneStore> {
        Builder(Path folder) {
            setFS(FS.DETECTED);
            setRepositoryDescription(
                    new DfsRepositoryDescription(folder.getFileName().toString()));
        }

        @Override
        public CloneStore build() {
            throw new UnsupportedOperationException("a clone is made by CloneStore.in");
        }
    }
}
