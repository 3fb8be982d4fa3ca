package dev.alain.core.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** A real repository without a work tree, made object by object. */
final class BareRepository {
    private static final PersonIdent SOMEBODY =
            new PersonIdent("Ada", "ada@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    private final Path folder;
    private final Map<String, byte[]> blobs = new TreeMap<>();
    private final Map<String, FileMode> modes = new TreeMap<>();

    BareRepository(Path folder) {
        this.folder = folder;
        try (Git git = Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
            git.getRepository().getConfig().save();
        } catch (IOException | GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    BareRepository file(String path, String text) {
        return entry(path, text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR_FILE);
    }

    BareRepository file(String path, byte[] bytes) {
        return entry(path, bytes, FileMode.REGULAR_FILE);
    }

    BareRepository link(String path, String target) {
        return entry(path, target.getBytes(StandardCharsets.UTF_8), FileMode.SYMLINK);
    }

    BareRepository submodule(String path) {
        return entry(path, new byte[0], FileMode.GITLINK);
    }

    private BareRepository entry(String path, byte[] bytes, FileMode mode) {
        blobs.put(path, bytes);
        modes.put(path, mode);
        return this;
    }

    /** Commits everything to a branch and returns the commit. */
    String commit(String branch) {
        try (Git git = Git.open(folder.toFile());
                ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(blob.getKey());
                FileMode mode = modes.get(blob.getKey());
                entry.setFileMode(mode);
                entry.setObjectId(
                        mode == FileMode.GITLINK
                                ? ObjectId.fromString("1".repeat(40))
                                : inserter.insert(Constants.OBJ_BLOB, blob.getValue()));
                builder.add(entry);
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setAuthor(SOMEBODY);
            commit.setCommitter(SOMEBODY);
            commit.setMessage("a commit");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            update(git.getRepository(), "refs/heads/" + branch, id);
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an annotated tag. */
    void tag(String name, String commit) {
        try (Git git = Git.open(folder.toFile());
                ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            TagBuilder tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(ObjectId.fromString(commit), Constants.OBJ_COMMIT);
            tag.setTagger(SOMEBODY);
            tag.setMessage("a release");
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            update(git.getRepository(), "refs/tags/" + name, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Repository repository, String name, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(name);
        update.setNewObjectId(id);
        update.forceUpdate();
    }

    Path folder() {
        return folder;
    }

    String url() {
        return folder.toUri().toString();
    }
}
