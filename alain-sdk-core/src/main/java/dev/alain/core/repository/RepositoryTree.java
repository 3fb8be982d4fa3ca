package dev.alain.core.repository;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of a repository as they are at one commit. */
interface RepositoryTree {
    /** The commit; empty for a folder that is no repository. */
    String commit();

    /** Files, links and submodules, sorted by path; links are never followed. */
    List<TreeEntry> entries();

    /** Whether limits kept entries out. */
    boolean truncated();

    /** The bytes of a file; empty when it is larger than the limit, or was not fetched because it is large. */
    Optional<byte[]> read(String path, int limit) throws IOException;
}
