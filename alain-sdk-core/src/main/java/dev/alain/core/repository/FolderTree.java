package dev.alain.core.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder on the disk, read as it is now; no link is followed. */
final class FolderTree implements RepositoryTree {
    private static final Set<String> PASSED_OVER =
            Set.of(".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".mypy_cache");

    private final Path root;
    private final List<TreeEntry> entries;
    private final boolean truncated;

    private FolderTree(Path root, List<TreeEntry> entries, boolean truncated) {
        this.root = root;
        this.entries = entries;
        this.truncated = truncated;
    }

    static FolderTree of(Path root, RepositoryLimits limits) throws IOException {
        Visitor visitor = new Visitor(root, limits);
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, visitor);
        return new FolderTree(root, visitor.entries.stream().sorted().toList(), visitor.truncated);
    }

    @Override
    public String commit() {
        return "";
    }

    @Override
    public List<TreeEntry> entries() {
        return entries;
    }

    @Override
    public boolean truncated() {
        return truncated;
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        Path file = root.resolve(path);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final RepositoryLimits limits;
        private final List<TreeEntry> entries = new ArrayList<>();
        private boolean truncated;

        Visitor(Path root, RepositoryLimits limits) {
            this.root = root;
            this.limits = limits;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted");
            }
            boolean deep = root.relativize(folder).getNameCount() > limits.depth();
            truncated |= deep;
            boolean passed = !folder.equals(root)
                    && PASSED_OVER.contains(folder.getFileName().toString());
            return deep || passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (entries.size() >= limits.entries()) {
                truncated = true;
                return FileVisitResult.TERMINATE;
            }
            String path = root.relativize(file).toString().replace('\\', '/');
            if (attributes.isSymbolicLink()) {
                entries.add(new TreeEntry(path, TreeEntry.Kind.LINK));
            } else if (attributes.isRegularFile()) {
                entries.add(new TreeEntry(path, TreeEntry.Kind.FILE));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            truncated = true;
            return FileVisitResult.CONTINUE;
        }
    }
}
