package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.research.Dossier;
import dev.alain.research.ModelReference;
import dev.alain.research.ResearchSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Researches models in the local Hugging Face cache, in place; opens no socket. */
public final class HubCacheResearch implements ResearchSource {
    private final Path hub;

    /**
     * @param hub the cache's {@code hub} folder
     */
    public HubCacheResearch(Path hub) {
        this.hub = hub;
    }

    @Override
    public boolean supports(Subject subject) {
        return subject instanceof Subject.HuggingFaceModel;
    }

    @Override
    public Dossier research(Subject subject, ResearchMode mode) {
        return DossierWriter.write(files(subject));
    }

    @Override
    public String fingerprint(Subject subject) {
        return files(subject).fingerprint();
    }

    ModelFiles files(Subject subject) {
        if (!(subject instanceof Subject.HuggingFaceModel model)) {
            throw new IllegalArgumentException("not a model of the Hub: " + subject.name());
        }
        ModelReference reference = model.reference();
        Path repository = hub.resolve("models--" + reference.id().replace("/", "--"));
        if (!Files.isDirectory(repository)) {
            throw missing(reference, "is not in the Hugging Face cache");
        }
        String revision = reference.revision().isEmpty() ? "main" : reference.revision();
        Path snapshot = snapshot(repository, revision)
                .orElseThrow(() -> missing(reference, "is in the cache, but not its revision " + revision));
        return ModelFiles.snapshot(snapshot, reference.id(), String.valueOf(snapshot.getFileName()));
    }

    private static Optional<Path> snapshot(Path repository, String revision) {
        Path snapshots = repository.resolve("snapshots");
        Path ref = repository.resolve("refs").resolve(revision).normalize();
        if (ref.startsWith(repository) && Files.isRegularFile(ref)) {
            Optional<Path> named = commit(ref).map(snapshots::resolve).filter(Files::isDirectory);
            if (named.isPresent()) {
                return named;
            }
        }
        List<Path> all = list(snapshots);
        boolean byDefault = revision.equals("main") && all.size() == 1;
        return all.stream()
                .filter(path -> byDefault
                        || (revision.length() >= 7
                                && path.getFileName().toString().startsWith(revision)))
                .findFirst();
    }

    private static Optional<String> commit(Path ref) {
        try {
            String commit = Files.readString(ref).strip();
            boolean hex = !commit.isEmpty() && commit.chars().allMatch(c -> Character.digit(c, 16) >= 0);
            return hex ? Optional.of(commit) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static ResearchException missing(ModelReference reference, String what) {
        return new ResearchException(
                Reason.NOT_FOUND,
                reference.id() + " " + what,
                "Fill the cache with: hf download " + reference.id()
                        + " README.md config.json, or give the card with --card");
    }
}
