package dev.alain.core.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Secret;
import dev.alain.core.hub.HubQuestion.Kind;
import dev.alain.net.HttpResponse;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from what is kept while it holds, asks the Hub when it does not, and falls back on what is kept. */
final class CachedHub {
    private static final Logger LOG = LoggerFactory.getLogger(CachedHub.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HubCalls calls;
    private final HubCache cache;
    private final HubAccess access;
    private final Clock clock;
    private final SingleFlight<StoredAnswer> flights = new SingleFlight<>();

    CachedHub(HubCalls calls, HubCache cache, HubAccess access, Clock clock) {
        this.calls = calls;
        this.cache = cache;
        this.access = access;
        this.clock = clock;
    }

    /** What is kept, whether it still holds or not. */
    Optional<HubReply> kept(HubQuestion question) {
        return cache.find(key(question)).map(answer -> new HubReply(answer, !holds(question, answer)));
    }

    /**
     * What is kept while it holds, else what the Hub says now, else what is kept.
     *
     * @throws ResearchException if there is neither, or the Hub says that there is no such thing
     */
    HubReply get(HubQuestion question, Deadline deadline) {
        String key = key(question);
        Optional<StoredAnswer> known = cache.find(key);
        if (known.filter(answer -> holds(question, answer)).isPresent()) {
            return new HubReply(known.get(), false);
        }
        try {
            return new HubReply(flights.run(key, deadline, () -> load(question, key, deadline)), false);
        } catch (ResearchException e) {
            if (e.retryable() && known.isPresent()) {
                LOG.debug("{}; its last answer is used", e.getMessage());
                return new HubReply(known.get(), true);
            }
            throw e;
        } catch (TimeoutException e) {
            return known.map(answer -> new HubReply(answer, true))
                    .orElseThrow(() -> HubErrors.unavailable(question, "no time was left", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HubErrors.unavailable(question, "interrupted", e);
        }
    }

    private StoredAnswer load(HubQuestion question, String key, Deadline deadline) {
        // Another thread may have got it between our look and our turn.
        Optional<StoredAnswer> known = cache.find(key);
        if (known.filter(answer -> holds(question, answer)).isPresent()) {
            return known.get();
        }
        HttpResponse response =
                calls.ask(question, known.map(StoredAnswer::etag).orElse(""), deadline);
        if (response.status() == 304 && known.isPresent()) {
            return keep(key, known.get().confirmed(clock.instant()));
        }
        if (response.status() == 200) {
            StoredAnswer answer = answer(question, response);
            requireForm(question, answer);
            return keep(key, answer);
        }
        if (HubErrors.isMissingFile(question, response)) {
            StoredAnswer answer = answer(question, response);
            return HubErrors.isCertain(response) ? keep(key, answer) : answer;
        }
        ResearchException failure = calls.errors().of(question, response);
        if (failure.reason() == Reason.NOT_FOUND || failure.reason() == Reason.REFUSED) {
            cache.forget(key);
        }
        throw failure;
    }

    private StoredAnswer keep(String key, StoredAnswer answer) {
        cache.put(key, answer);
        return answer;
    }

    private StoredAnswer answer(HubQuestion question, HttpResponse response) {
        return new StoredAnswer(
                question.uri().toString(),
                response.status(),
                response.header("ETag").orElse(""),
                LinkHeader.next(response.header("Link").orElse("")),
                clock.instant(),
                response.status() == 200 ? response.body() : new byte[0]);
    }

    /** Networks with a login page answer everything with 200. */
    private static void requireForm(HubQuestion question, StoredAnswer answer) {
        JsonNode json = question.kind() == Kind.FILE ? MAPPER.missingNode() : json(answer.body());
        boolean right = switch (question.kind()) {
            case FILE -> true;
            case INFO -> json.path("id").isTextual() || json.path("modelId").isTextual();
            case SEARCH -> json.isArray();
        };
        if (!right) {
            throw HubErrors.unavailable(question, "what came was something else");
        }
    }

    static JsonNode json(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node == null ? MAPPER.missingNode() : node;
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    /** A file at a commit never changes. */
    private boolean holds(HubQuestion question, StoredAnswer answer) {
        Duration age = Duration.between(answer.fetchedAt(), clock.instant());
        return question.kind() == Kind.FILE || (!age.isNegative() && age.compareTo(access.timeToLive()) < 0);
    }

    /** What one token may see, another may not. */
    private String key(HubQuestion question) {
        return question.uri()
                + access.token().map(token -> "\n" + identity(token)).orElse("");
    }

    private static String identity(Secret token) {
        try {
            return Sha256.of(token.reveal());
        } catch (IllegalArgumentException e) {
            return "unusable";
        }
    }
}
