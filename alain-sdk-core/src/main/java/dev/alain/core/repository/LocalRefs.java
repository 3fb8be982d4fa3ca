package dev.alain.core.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Branches and tags of a repository on the disk, read from its own files only. */
final class LocalRefs {
    private static final int DEEPEST = 5;
    private static final long LARGEST = 32L << 20;

    private final Path git;

    /**
     * @param git the folder that holds {@code HEAD} and {@code objects}
     */
    LocalRefs(Path git) {
        this.git = git;
    }

    /** The id that a revision stands for: a commit, or a tag of one; empty when there is no such. */
    Optional<String> find(String revision) throws IOException {
        if (Revision.isCommit(revision)) {
            return Optional.of(revision);
        }
        List<String> names =
                revision.isEmpty() ? List.of("HEAD") : List.of("refs/heads/" + revision, "refs/tags/" + revision);
        for (String name : names) {
            Optional<String> id = follow(name, 0);
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    private Optional<String> follow(String name, int depth) throws IOException {
        Path file = git.resolve(name).normalize();
        if (depth > DEEPEST || !file.startsWith(git)) {
            return Optional.empty();
        }
        Optional<String> text = text(file);
        if (text.isEmpty()) {
            return packed(name);
        }
        String value = text.get().strip();
        if (value.startsWith("ref: ")) {
            return follow(value.substring(5).strip(), depth + 1);
        }
        return Revision.isCommit(value) ? Optional.of(value) : Optional.empty();
    }

    private Optional<String> packed(String name) throws IOException {
        return text(git.resolve("packed-refs"))
                .flatMap(text -> text.lines()
                        .filter(line -> line.length() > 41 && line.substring(41).equals(name))
                        .map(line -> line.substring(0, 40))
                        .filter(Revision::isCommit)
                        .findFirst());
    }

    private static Optional<String> text(Path file) throws IOException {
        boolean usable = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST;
        return usable ? Optional.of(Files.readString(file)) : Optional.empty();
    }
}
