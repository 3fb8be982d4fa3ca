package dev.alain.core.repository;

/**
 * One entry of a repository, without its contents.
 *
 * @param path from the root, with {@code /}
 */
record TreeEntry(String path, Kind kind) implements Comparable<TreeEntry> {
    enum Kind {
        FILE,
        LINK,
        SUBMODULE
    }

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder; empty for the root. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    @Override
    public int compareTo(TreeEntry other) {
        return path.compareTo(other.path);
    }
}
