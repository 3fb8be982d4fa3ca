package dev.alain.core.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.InvalidReferenceException;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.time.Sleeper;
import dev.alain.net.HttpTransport;
import dev.alain.research.HubAccess;
import dev.alain.research.ModelReference;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the Hugging Face Hub, read only, and keeps what it answered. Thread-safe. */
public final class HubClient {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;
    private static final int COMMIT = 40;

    private final CachedHub hub;
    private final HubAddresses addresses;
    private final @Nullable LocalSnapshots snapshots;
    private final boolean network;

    /** A client that opens no socket when {@code access} says so. */
    public HubClient(HttpTransport transport, HubAccess access, Clock clock, Sleeper sleeper) {
        this(
                new CachedHub(
                        new HubCalls(Objects.requireNonNull(transport, "transport"), access, clock, sleeper),
                        access.cacheFolder().map(HubCache::in).orElseGet(HubCache::inMemory),
                        access,
                        clock),
                new HubAddresses(access.endpoint()),
                access.hubCacheFolder().map(LocalSnapshots::new).orElse(null),
                !access.offline());
    }

    private HubClient(CachedHub hub, HubAddresses addresses, @Nullable LocalSnapshots snapshots, boolean network) {
        this.hub = hub;
        this.addresses = addresses;
        this.snapshots = snapshots;
        this.network = network;
    }

    /** The same client, which answers from what is kept and opens no socket. */
    public HubClient withoutNetwork() {
        return new HubClient(hub, addresses, snapshots, false);
    }

    /** Whether it may open a socket. */
    public boolean network() {
        return network;
    }

    /**
     * What the Hub says of a model.
     *
     * @param revision branch, tag or commit; empty for the default branch
     * @throws ResearchException if there is no such model, it may not be seen, or the Hub cannot be asked and nothing is
     *     kept
     */
    public HubInfo info(String id, String revision, Deadline deadline) {
        HubQuestion question = addresses.info(checked(id), revision);
        HubReply reply = reply(question, deadline);
        JsonNode json = CachedHub.json(reply.answer().body());
        String now = json.path("id").asText(json.path("modelId").asText(""));
        if (!isId(now)) {
            throw new ResearchException(
                    Reason.UNREADABLE,
                    "the Hub describes " + id + " under a name that is no model's",
                    "Give the card with --card");
        }
        String commit = json.path("sha").asText("");
        return new HubInfo(
                id, now, isCommit(commit) ? commit : "", json, reply.answer().fetchedAt(), reply.stale());
    }

    /**
     * A file at the commit of a description, at most 8 MiB; empty when the model has no such file.
     *
     * <p>It is read in the cache of Hugging Face's own tools when it is there, under the new name or the old one.
     *
     * @throws IllegalArgumentException if the description names no commit, or the name leads out of the repository
     * @throws ResearchException if the file may not be seen, or the Hub cannot be asked and nothing is kept
     */
    public Optional<byte[]> file(HubInfo info, String name, Deadline deadline) {
        Optional<byte[]> known = local(info.askedId(), info.commit(), name);
        return known.isPresent() ? known : file(info.id(), info.commit(), name, deadline);
    }

    /**
     * A file of a model, at most 8 MiB; empty when the model has no such file.
     *
     * @param commit 40 hex digits
     * @throws IllegalArgumentException if the commit is no commit, or the name leads out of the repository
     * @throws ResearchException if the file may not be seen, or the Hub cannot be asked and nothing is kept
     */
    public Optional<byte[]> file(String id, String commit, String name, Deadline deadline) {
        Optional<byte[]> local = local(id, commit, name);
        if (local.isPresent()) {
            return local;
        }
        StoredAnswer answer =
                reply(addresses.file(checked(id), commit, name), deadline).answer();
        return answer.status() == 200 ? Optional.of(answer.body().clone()) : Optional.empty();
    }

    private Optional<byte[]> local(String id, String commit, String name) {
        if (!isCommit(commit)) {
            throw new IllegalArgumentException("a commit has 40 hex digits, unlike \"" + commit + "\"");
        }
        boolean inside = name.indexOf('\\') < 0
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!inside) {
            throw new IllegalArgumentException("\"" + name + "\" is no file of a repository");
        }
        return snapshots == null ? Optional.empty() : snapshots.file(checked(id), commit, name, Redirects.LARGEST);
    }

    /**
     * Models that match some words, in the Hub's order.
     *
     * @param limit the most that are wanted; at most 2,000 are found
     * @throws ResearchException if the Hub cannot be asked and nothing is kept
     */
    public List<FoundModel> search(String words, int limit, Deadline deadline) {
        List<FoundModel> found = new ArrayList<>();
        HubQuestion question = addresses.search(words, Math.max(1, Math.min(limit, PAGE)));
        for (int page = 0; page < MOST_PAGES && found.size() < limit; page++) {
            StoredAnswer answer = reply(question, deadline).answer();
            CachedHub.json(answer.body()).forEach(model -> found(model).ifPresent(found::add));
            Optional<URI> next = addresses.next(question.uri(), answer.next());
            if (next.isEmpty() || next.get().equals(question.uri())) {
                break;
            }
            question = question.at(next.get());
        }
        return List.copyOf(found.subList(0, Math.max(0, Math.min(limit, found.size()))));
    }

    private HubReply reply(HubQuestion question, Deadline deadline) {
        return network ? hub.get(question, deadline) : hub.kept(question).orElseThrow(() -> offline(question));
    }

    private static ResearchException offline(HubQuestion question) {
        String file = question.file().isEmpty() ? "README.md config.json" : question.file();
        return new ResearchException(
                Reason.OFFLINE,
                question.what() + " is not at hand, and the network may not be used",
                question.kind() == HubQuestion.Kind.SEARCH
                        ? "Search again online"
                        : "Ask once online, or fill the cache with: hf download " + question.modelId() + " " + file
                                + ", or give the card with --card");
    }

    private static Optional<FoundModel> found(JsonNode model) {
        String id = model.path("id").asText(model.path("modelId").asText(""));
        JsonNode gated = model.path("gated");
        return isId(id)
                ? Optional.of(new FoundModel(
                        id,
                        model.path("pipeline_tag").asText(""),
                        model.path("library_name").asText(""),
                        model.path("downloads").asLong(),
                        model.path("likes").asLong(),
                        gated.isTextual() || gated.asBoolean(false)))
                : Optional.empty();
    }

    private static String checked(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("\"" + id + "\" is no id of a model");
        }
        return id;
    }

    private static boolean isId(String id) {
        try {
            return ModelReference.parse(id).id().equals(id);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private static boolean isCommit(String text) {
        return text.length() == COMMIT && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
