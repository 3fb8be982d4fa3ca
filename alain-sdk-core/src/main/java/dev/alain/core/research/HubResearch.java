package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.core.hub.Deadline;
import dev.alain.core.hub.HubClient;
import dev.alain.core.hub.HubInfo;
import dev.alain.core.time.Sleeper;
import dev.alain.net.HttpTransport;
import dev.alain.research.Dossier;
import dev.alain.research.HubAccess;
import dev.alain.research.ModelReference;
import dev.alain.research.ResearchSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Researches models of the Hugging Face Hub: over the network, in our own cache, in that of Hugging Face's tools.
 *
 * <p>A standard research takes at most 6 seconds, a thorough one 12; what could not be got in that time is missing from
 * the dossier.
 */
public final class HubResearch implements ResearchSource {
    /** Half a second of six is left to read what came. */
    private static final Duration STANDARD = Duration.ofMillis(5_500);

    private static final Duration THOROUGH = Duration.ofMillis(11_500);

    private final HubClient hub;
    private final @Nullable HubCacheResearch local;
    private final boolean transport;
    private final LongSupplier nanos;
    private final Executor executor;

    private HubResearch(
            HubClient hub, @Nullable Path localHub, boolean transport, LongSupplier nanos, Executor executor) {
        this.hub = hub;
        this.local = localHub == null ? null : new HubCacheResearch(localHub);
        this.transport = transport;
        this.nanos = nanos;
        this.executor = executor;
    }

    /**
     * Research that asks the Hub, unless {@code access} is offline.
     *
     * @param clock tells how old kept answers are
     * @param nanos measures the time that research takes
     * @param executor gets files side by side; it need not have a free thread
     */
    public static HubResearch online(
            HttpTransport transport,
            HubAccess access,
            Clock clock,
            Sleeper sleeper,
            LongSupplier nanos,
            Executor executor) {
        HubClient hub = new HubClient(transport, access, clock, sleeper);
        return new HubResearch(hub, access.hubCacheFolder().orElse(null), true, nanos, executor);
    }

    /** Research in the caches only, as there is nothing that could open a socket. */
    public static HubResearch inCaches(HubAccess access, Clock clock, LongSupplier nanos) {
        HttpTransport none = request -> {
            throw new IOException("there is no transport");
        };
        HubClient hub = new HubClient(none, access.toBuilder().offline(true).build(), clock, duration -> {});
        return new HubResearch(hub, access.hubCacheFolder().orElse(null), false, nanos, Runnable::run);
    }

    @Override
    public boolean supports(Subject subject) {
        return subject instanceof Subject.HuggingFaceModel;
    }

    @Override
    public Dossier research(Subject subject, ResearchMode mode) {
        Deadline deadline = deadline(mode);
        HubClient client = client(mode);
        HubDossier writer = new HubDossier(client, executor, deadline);
        Dossier dossier = about(
                subject,
                client,
                deadline,
                info -> writer.write(new HubDescription(info), mode == ResearchMode.THOROUGH),
                cached -> {
                    Dossier found = DossierWriter.write(cached.files());
                    return cached.warning().isEmpty() ? found : warned(found, cached.warning());
                });
        // What an interrupt left out is not missing from the model, and must not be stored.
        if (Thread.currentThread().isInterrupted()) {
            throw new ResearchException(
                    Reason.UNAVAILABLE, "research of " + subject.name() + " was interrupted", "Try again");
        }
        return dossier;
    }

    /** The same as of a standard research. */
    @Override
    public String fingerprint(Subject subject) {
        return fingerprint(subject, ResearchMode.STANDARD);
    }

    @Override
    public String fingerprint(Subject subject, ResearchMode mode) {
        return about(
                subject,
                client(mode),
                deadline(mode),
                info -> hash("hub", info.askedId(), info.commit(), SourceText.sha256(new HubDescription(info).bytes())),
                cached -> cached.warning().isEmpty()
                        ? cached.files().fingerprint()
                        : hash("cache", cached.files().fingerprint()));
    }

    /**
     * Files of the cache of Hugging Face's tools.
     *
     * @param warning why it is they that are read; empty when nobody wanted to ask the Hub
     */
    private record Cached(ModelFiles files, String warning) {}

    private <T> T about(
            Subject subject,
            HubClient client,
            Deadline deadline,
            Function<HubInfo, T> fromHub,
            Function<Cached, T> fromCache) {
        ModelReference reference = reference(subject);
        HubInfo info;
        try {
            info = client.info(reference.id(), reference.revision(), deadline);
        } catch (ResearchException e) {
            return fromCache.apply(cached(subject, client, e));
        }
        Optional<Cached> whole = client.network() ? Optional.empty() : withCard(subject, client, info, deadline);
        return whole.isPresent() ? fromCache.apply(whole.get()) : fromHub.apply(info);
    }

    private Cached cached(Subject subject, HubClient client, ResearchException failure) {
        if (local == null || failure.reason() == Reason.REFUSED) {
            throw failure;
        }
        ModelFiles files;
        try {
            files = local.files(subject);
        } catch (ResearchException e) {
            throw transport ? failure : e;
        }
        String warning = client.network()
                ? "the local Hugging Face cache was read instead of the Hub: " + failure.getMessage()
                : "";
        return new Cached(files, warning);
    }

    /** Without network, another commit with its card is worth more than the last known one without. */
    private Optional<Cached> withCard(Subject subject, HubClient client, HubInfo info, Deadline deadline) {
        if (local == null || info.commit().isEmpty()) {
            return Optional.empty();
        }
        try {
            client.file(info, ModelFiles.CARD, deadline);
            return Optional.empty();
        } catch (ResearchException missingCard) {
            try {
                return Optional.of(new Cached(local.files(subject), ""))
                        .filter(cached -> cached.files().file(ModelFiles.CARD).isPresent());
            } catch (ResearchException missingModel) {
                return Optional.empty();
            }
        }
    }

    private HubClient client(ResearchMode mode) {
        return mode == ResearchMode.FALLBACK ? hub.withoutNetwork() : hub;
    }

    private Deadline deadline(ResearchMode mode) {
        return Deadline.after(mode == ResearchMode.THOROUGH ? THOROUGH : STANDARD, nanos);
    }

    private static ModelReference reference(Subject subject) {
        if (subject instanceof Subject.HuggingFaceModel model) {
            return model.reference();
        }
        throw new IllegalArgumentException("not a model of the Hub: " + subject.name());
    }

    private static Dossier warned(Dossier dossier, String warning) {
        List<String> warnings = new ArrayList<>(List.of(warning));
        warnings.addAll(dossier.warnings());
        return new Dossier(
                dossier.modelId(),
                dossier.name(),
                dossier.sources(),
                dossier.facts(),
                dossier.snippets(),
                warnings,
                dossier.missing());
    }

    private static String hash(String... parts) {
        return SourceText.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
