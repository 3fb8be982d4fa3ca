package dev.alain.core.repository;

import dev.alain.research.Evidence;
import dev.alain.research.SourceRef;

/**
 * A text of a repository, without characters that nobody sees.
 *
 * @param path from the root
 * @param ref its id is the path, but for the README
 */
record RepositoryFile(String path, SourceRef ref, String text) {
    Evidence at(int line) {
        return Evidence.lines(ref.id(), line, line);
    }

    Evidence at(String pointer) {
        return Evidence.at(ref.id(), pointer);
    }

    /** The folder; empty for the root. */
    String folder() {
        return path.indexOf('/') < 0 ? "" : path.substring(0, path.lastIndexOf('/'));
    }

    int lines() {
        return (int) text.lines().count();
    }
}
