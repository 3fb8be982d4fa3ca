package dev.alain.core.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The tree of a commit, read from an object store: no work tree, so no hook, filter or link can act. */
final class GitTree implements RepositoryTree {
    private final ObjectReader reader;
    private final String commit;
    private final Map<String, ObjectId> blobs = new TreeMap<>();
    private final List<TreeEntry> entries = new ArrayList<>();
    private boolean truncated;

    private GitTree(ObjectReader reader, String commit) {
        this.reader = reader;
        this.commit = commit;
    }

    /**
     * Lists a commit.
     *
     * @param reader stays open as long as the tree is read
     * @param start a commit or a tag of one
     */
    static GitTree of(ObjectReader reader, ObjectId start, RepositoryLimits limits) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit commit = walk.parseCommit(start);
            GitTree tree = new GitTree(reader, commit.name());
            tree.list(commit, limits);
            return tree;
        }
    }

    private void list(RevCommit commit, RepositoryLimits limits) throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commit.getTree());
            while (walk.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted");
                }
                if (entries.size() >= limits.entries()) {
                    truncated = true;
                    break;
                }
                FileMode mode = walk.getFileMode();
                if (mode != FileMode.TREE) {
                    add(walk.getPathString(), mode, walk.getObjectId(0));
                } else if (walk.getDepth() + 1 < limits.depth()) {
                    walk.enterSubtree();
                } else {
                    truncated = true;
                }
            }
        }
        entries.sort(null);
    }

    private void add(String path, FileMode mode, ObjectId id) {
        if (mode == FileMode.GITLINK) {
            entries.add(new TreeEntry(path, TreeEntry.Kind.SUBMODULE));
        } else if (mode == FileMode.SYMLINK) {
            entries.add(new TreeEntry(path, TreeEntry.Kind.LINK));
        } else {
            entries.add(new TreeEntry(path, TreeEntry.Kind.FILE));
            blobs.put(path, id);
        }
    }

    @Override
    public String commit() {
        return commit;
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
        ObjectId id = blobs.get(path);
        if (id == null) {
            return Optional.empty();
        }
        try {
            ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
            return loader.getSize() > limit ? Optional.empty() : Optional.of(loader.getCachedBytes(limit));
        } catch (MissingObjectException e) {
            // The filter of the clone left it out.
            return Optional.empty();
        }
    }
}
