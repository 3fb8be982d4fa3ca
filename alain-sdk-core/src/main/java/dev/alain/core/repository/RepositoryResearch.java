package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.research.Dossier;
import dev.alain.research.ResearchSource;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Researches code repositories: on GitHub and other allowed hosts, in local clones and in plain folders.
 *
 * <p>Nothing of a repository is run, checked out or followed: not its hooks, filters, links, submodules or set-up
 * scripts. Of a local clone the commit is read, not what is changed beside it. Repositories on hosts and local clones
 * need JGit, {@code org.eclipse.jgit:org.eclipse.jgit}, on the class path. Thread-safe.
 */
public final class RepositoryResearch implements ResearchSource {
    private static final String NEEDS_JGIT = "Add org.eclipse.jgit:org.eclipse.jgit to the class path, "
            + "or to the module path with --add-modules org.eclipse.jgit";

    private final Set<String> hosts;
    private final HostResolver resolver;
    private final RepositoryLimits limits;
    private final LongSupplier nanoTime;
    private final BooleanSupplier jgit;
    private final Path temporary;

    /** Takes repositories on github.com and folders. */
    public RepositoryResearch() {
        this(Set.of());
    }

    /**
     * Takes repositories on github.com and on further hosts, and folders.
     *
     * @param furtherHosts DNS names that https repositories may be fetched from
     * @throws IllegalArgumentException if one is an address, or the name of no public host
     */
    public RepositoryResearch(Set<String> furtherHosts) {
        this(
                furtherHosts,
                host -> List.of(InetAddress.getAllByName(host)),
                RepositoryLimits.DEFAULT,
                System::nanoTime,
                RepositoryResearch::hasJGit,
                Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    RepositoryResearch(
            Set<String> furtherHosts,
            HostResolver resolver,
            RepositoryLimits limits,
            LongSupplier nanoTime,
            BooleanSupplier jgit,
            Path temporary) {
        Set<String> all = new TreeSet<>(Set.of(RemoteAddress.GITHUB));
        furtherHosts.forEach(host -> all.add(RemoteAddress.hostName(host)));
        this.hosts = Set.copyOf(all);
        this.resolver = resolver;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.jgit = jgit;
        this.temporary = temporary;
    }

    @Override
    public boolean supports(Subject subject) {
        return subject instanceof Subject.Repository;
    }

    @Override
    public Dossier research(Subject subject, ResearchMode mode) {
        Subject.Repository repository = repository(subject);
        Path folder = folder(repository.location());
        if (folder != null) {
            String name = String.valueOf(folder.getFileName());
            return readFolder(folder, repository.revision(), tree -> RepositoryDossier.write(tree, name, "", limits));
        }
        if (mode == ResearchMode.FALLBACK) {
            throw new ResearchException(
                    Reason.UNSUPPORTED,
                    "research without the network cannot fetch " + repository.location(),
                    "Clone it yourself and give the folder");
        }
        RemoteAddress address = RemoteAddress.parse(repository.location(), hosts);
        String page = address.host().equals(RemoteAddress.GITHUB) ? "https://github.com/" + address.path() : "";
        return remote(address)
                .read(repository.revision(), tree -> RepositoryDossier.write(tree, address.name(), page, limits));
    }

    /** The commit; for a plain folder a hash of the files that research reads. */
    @Override
    public String fingerprint(Subject subject) {
        Subject.Repository repository = repository(subject);
        Path folder = folder(repository.location());
        if (folder == null) {
            return remote(RemoteAddress.parse(repository.location(), hosts)).commit(repository.revision());
        }
        return readFolder(folder, repository.revision(), tree -> {
            if (!tree.commit().isEmpty()) {
                return tree.commit();
            }
            ReadLog log = new ReadLog(tree);
            RepositoryDossier.write(log, String.valueOf(folder.getFileName()), "", limits);
            return log.fingerprint();
        });
    }

    private static Subject.Repository repository(Subject subject) {
        if (subject instanceof Subject.Repository repository) {
            Revision.checked(repository.revision());
            return repository;
        }
        throw new IllegalArgumentException("not a repository: " + subject.name());
    }

    /** The folder that a location names; null when it names none. A folder that exists goes before owner/name. */
    private static @org.jspecify.annotations.Nullable Path folder(String location) {
        if (location.isBlank()) {
            throw new ResearchException(Reason.NOT_FOUND, "no repository is named", "Name it owner/name, or a folder");
        }
        try {
            Path path = Path.of(location).toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            return null;
        }
        boolean meant = location.startsWith("/") || location.startsWith(".") || location.startsWith("\\");
        if (meant) {
            throw new ResearchException(
                    Reason.NOT_FOUND, "there is no folder " + location, "Check the path of the repository");
        }
        return null;
    }

    private <T> T readFolder(Path folder, String revision, Function<RepositoryTree, T> reading) {
        boolean repository = LocalFolders.git(folder).isPresent();
        if (repository && jgit.getAsBoolean()) {
            return new LocalGit(LocalFolders.git(folder).orElseThrow(), String.valueOf(folder.getFileName()), limits)
                    .read(revision, reading);
        }
        if (!revision.isEmpty() || LocalFolders.isBare(folder)) {
            throw new ResearchException(
                    Reason.UNSUPPORTED,
                    repository
                            ? "the commits of a local clone cannot be read without JGit"
                            : folder.getFileName() + " is no git repository, so it has no revision " + revision,
                    repository ? NEEDS_JGIT : "Give the folder without a revision");
        }
        try {
            return reading.apply(FolderTree.of(folder, limits));
        } catch (IOException e) {
            throw new ResearchException(
                    Reason.UNREADABLE,
                    "the folder " + folder.getFileName() + " cannot be listed",
                    "Check its rights",
                    e);
        }
    }

    private GitRemote remote(RemoteAddress address) {
        if (!jgit.getAsBoolean()) {
            throw new ResearchException(
                    Reason.UNSUPPORTED, "repositories on hosts cannot be fetched without JGit", NEEDS_JGIT);
        }
        address.checkPublic(resolver);
        return new GitRemote(address.url(), address.host(), address.path(), limits, nanoTime, temporary);
    }

    private static boolean hasJGit() {
        try {
            Class.forName("org.eclipse.jgit.lib.Repository", false, RepositoryResearch.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
