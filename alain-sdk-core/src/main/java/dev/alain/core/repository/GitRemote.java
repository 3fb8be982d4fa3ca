package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.research.PlainText;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** A repository on a host: which commit a revision is, and the files of it. */
final class GitRemote {
    private static final int SOCKET_SECONDS = 15;
    private static final List<String> SECRET =
            List.of("not authorized", "Authentication is required", "not found", "authentication not supported");

    private final String url;
    private final String host;
    private final String name;
    private final RepositoryLimits limits;
    private final LongSupplier nanoTime;
    private final Path temporary;

    /**
     * @param host the only host that is spoken to over http; without meaning for other URLs
     * @param name how people know the repository
     * @param temporary where the clone lies as long as it is read
     */
    GitRemote(String url, String host, String name, RepositoryLimits limits, LongSupplier nanoTime, Path temporary) {
        this.url = url;
        this.host = host;
        this.name = name;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.temporary = temporary;
    }

    /** The commit of a revision, without fetching anything. */
    String commit(String revision) {
        if (Revision.isCommit(revision)) {
            return revision;
        }
        Allowance allowance = new Allowance(limits, nanoTime);
        try (CloneStore store = CloneStore.in(temporary, allowance)) {
            allowance.spend(0);
            return commitOf(ref(store, allowance, revision));
        } catch (IOException | GitAPIException e) {
            throw failure(e, allowance);
        }
    }

    /** Fetches one commit, has it read, and forgets it. */
    <T> T read(String revision, Function<RepositoryTree, T> reading) {
        Allowance allowance = new Allowance(limits, nanoTime);
        try (CloneStore store = CloneStore.in(temporary, allowance);
                ObjectReader reader = store.newObjectReader()) {
            allowance.spend(0);
            ObjectId commit = fetch(store, allowance, revision);
            return reading.apply(GitTree.of(reader, commit, limits));
        } catch (IOException | GitAPIException e) {
            throw failure(e, allowance);
        }
    }

    private ObjectId fetch(CloneStore store, Allowance allowance, String revision) throws GitAPIException, IOException {
        String commit = revision;
        String wanted = revision;
        if (!Revision.isCommit(revision)) {
            Ref ref = ref(store, allowance, revision);
            commit = commitOf(ref);
            wanted = ref.getName();
        }
        var fetch = Git.wrap(store)
                .fetch()
                .setRemote(url)
                .setDepth(1)
                .setTagOpt(TagOpt.NO_TAGS)
                .setRefSpecs(new RefSpec(wanted))
                .setProgressMonitor(new Watch(allowance));
        guard(fetch, allowance, true).call();
        return ObjectId.fromString(commit);
    }

    private Ref ref(CloneStore store, Allowance allowance, String revision) throws GitAPIException {
        var list = Git.wrap(store).lsRemote().setRemote(url);
        Map<String, Ref> refs = guard(list, allowance, false).callAsMap();
        List<String> names = revision.isEmpty()
                ? List.of(Constants.HEAD)
                : List.of(Constants.R_HEADS + revision, Constants.R_TAGS + revision);
        return names.stream()
                .flatMap(candidate -> Optional.ofNullable(refs.get(candidate)).stream())
                .filter(ref -> ref.getObjectId() != null)
                .findFirst()
                .orElseThrow(() -> Revision.missing(name, revision));
    }

    private static String commitOf(Ref ref) {
        ObjectId peeled = ref.getPeeledObjectId();
        ObjectId commit = peeled == null ? ref.getObjectId() : peeled;
        return Objects.requireNonNull(commit, "a reference that was found has an object")
                .name();
    }

    private <C extends TransportCommand<C, ?>> C guard(C command, Allowance allowance, boolean filter) {
        return command.setTimeout(SOCKET_SECONDS)
                .setCredentialsProvider(NoCredentials.INSTANCE)
                .setTransportConfigCallback(transport -> configure(transport, allowance, filter));
    }

    private void configure(Transport transport, Allowance allowance, boolean filter) {
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new GuardedConnections(host, allowance));
        }
        if (filter) {
            transport.setFilterSpec(filter());
        }
    }

    private FilterSpec filter() {
        try {
            return FilterSpec.fromFilterLine("blob:limit=" + limits.blobBytes());
        } catch (org.eclipse.jgit.errors.PackProtocolException e) {
            throw new IllegalStateException("a limit in bytes is a filter", e);
        }
    }

    private ResearchException failure(Exception failure, Allowance allowance) {
        Optional<String> exceeded = allowance.exceeded();
        if (exceeded.isPresent()) {
            return new ResearchException(
                    Reason.UNREADABLE,
                    "fetching " + name + " " + exceeded.get() + " and was stopped",
                    "Clone it yourself and give the folder",
                    failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof NoRemoteRepositoryException || SECRET.stream().anyMatch(message::contains)) {
                return new ResearchException(
                        Reason.NOT_FOUND,
                        "there is no repository " + name + ", or it is private",
                        "Check its name; clone a private one yourself and give the folder",
                        failure);
            }
        }
        return new ResearchException(
                Reason.UNREADABLE,
                name + " cannot be fetched: " + PlainText.visible(String.valueOf(failure.getMessage())),
                "Check the network, or clone it yourself and give the folder",
                failure);
    }

    /** Ends a fetch between two messages of its progress. */
    private static final class Watch extends EmptyProgressMonitor {
        private final Allowance allowance;

        Watch(Allowance allowance) {
            this.allowance = allowance;
        }

        @Override
        public boolean isCancelled() {
            return allowance.isSpent();
        }
    }
}
