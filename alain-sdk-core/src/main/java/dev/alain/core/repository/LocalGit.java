package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FS;

/** A repository on the disk, read from its objects; neither its configuration nor the user's is looked at. */
final class LocalGit {
    private final Path git;
    private final String name;
    private final RepositoryLimits limits;

    LocalGit(Path git, String name, RepositoryLimits limits) {
        this.git = git;
        this.name = name;
        this.limits = limits;
    }

    /** Has a commit read. */
    <T> T read(String revision, Function<RepositoryTree, T> reading) {
        return with(revision, (reader, start) -> reading.apply(GitTree.of(reader, start, limits)));
    }

    private <T> T with(String revision, Reading<T> reading) {
        try {
            String id = new LocalRefs(git).find(revision).orElseThrow(() -> Revision.missing(name, revision));
            ObjectDirectory objects = new ObjectDirectory(
                    new Config(),
                    git.resolve("objects").toFile(),
                    null,
                    FS.DETECTED,
                    git.resolve("shallow").toFile());
            try (ObjectReader reader = objects.newReader()) {
                return reading.read(reader, ObjectId.fromString(id));
            } finally {
                objects.close();
            }
        } catch (org.eclipse.jgit.errors.MissingObjectException
                | org.eclipse.jgit.errors.IncorrectObjectTypeException e) {
            throw Revision.missing(name, revision);
        } catch (IOException e) {
            throw new ResearchException(
                    Reason.UNREADABLE, "the repository " + name + " cannot be read", "Check it with git fsck", e);
        }
    }

    private interface Reading<T> {
        T read(ObjectReader reader, ObjectId start) throws IOException;
    }
}
