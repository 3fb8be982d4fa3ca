package dev.alain.core.hub;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.time.Sleeper;
import dev.alain.net.HttpResponse;
import dev.alain.net.HttpTransport;
import dev.alain.net.TransportException;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks until there is an answer that another try would not change: at most three times, never past the deadline. */
final class HubCalls {
    private static final int TRIES = 3;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final Redirects redirects;
    private final HubErrors errors;
    private final Pauses pauses;
    private final Clock clock;
    private final HubNotices notices = new HubNotices();

    HubCalls(HttpTransport transport, HubAccess access, Clock clock, Sleeper sleeper) {
        this.redirects = new Redirects(transport, access);
        this.errors = new HubErrors(access.endpoint(), access.token().isPresent());
        this.pauses = new Pauses(clock, sleeper);
        this.clock = clock;
    }

    HubErrors errors() {
        return errors;
    }

    /**
     * What became of one try.
     *
     * @param wanted the pause that the Hub asks for
     * @param passing whether another try may end better
     */
    private record Tried(
            @Nullable HttpResponse response,
            @Nullable ResearchException failure,
            @Nullable Duration wanted,
            boolean passing) {
        HttpResponse orThrow() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(response);
        }
    }

    /**
     * The answer, whatever its status.
     *
     * @throws ResearchException if there is none, or the last one says that a later one may be better
     */
    HttpResponse ask(HubQuestion question, String etag, Deadline deadline) {
        Duration wait = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            pauses.beforeAsking(question, deadline);
            if (deadline.passed()) {
                throw HubErrors.unavailable(question, "no time was left");
            }
            Tried tried = attempt(question, etag, deadline);
            Duration pause = tried.wanted() == null ? wait : tried.wanted();
            if (!tried.passing() || attempt == TRIES || !deadline.allows(pause)) {
                if (tried.wanted() != null) {
                    pauses.rest(question, tried.wanted());
                }
                return tried.orThrow();
            }
            pauses.sleep(pause, question);
            wait = wait.multipliedBy(2);
        }
    }

    private Tried attempt(HubQuestion question, String etag, Deadline deadline) {
        try {
            HttpResponse response = redirects.send(question, etag, deadline);
            notices.read(response);
            Duration wanted = RateLimit.pause(response, clock.instant()).orElse(null);
            return PASSING.contains(response.status())
                    ? new Tried(null, errors.of(question, response), wanted, true)
                    : new Tried(response, null, wanted, false);
        } catch (IOException e) {
            return new Tried(null, broken(question, e), null, isPassing(e));
        }
    }

    private static ResearchException broken(HubQuestion question, IOException e) {
        if (e instanceof TransportException known && known.kind() == TransportException.Kind.TOO_LARGE) {
            return new ResearchException(
                    Reason.UNREADABLE, question.what() + " is larger than 8 MiB", "Give the card with --card", e);
        }
        return HubErrors.unavailable(question, why(e), e);
    }

    private static String why(IOException e) {
        return HubErrors.visible(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    /** Names that are not known and closed ports stay so for the seconds that are left. */
    private static boolean isPassing(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (!(e instanceof TransportException known)) {
            return true;
        }
        return switch (known.kind()) {
            case CONNECT_TIMEOUT, FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, BROKEN, STALE, UNPROCESSED -> true;
            case UNKNOWN_HOST, REFUSED, TLS, PROXY, TOO_LARGE, PROTOCOL, CANCELLED -> false;
        };
    }
}
