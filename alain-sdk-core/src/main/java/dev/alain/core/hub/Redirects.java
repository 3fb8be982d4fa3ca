package dev.alain.core.hub;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Secret;
import dev.alain.core.hub.HubQuestion.Kind;
import dev.alain.net.HttpRequest;
import dev.alain.net.HttpResponse;
import dev.alain.net.HttpTransport;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Sends one request and follows where it leads, by hand: the token goes to the endpoint and nowhere else. */
final class Redirects {
    static final long LARGEST = 8L << 20;
    private static final int MOST = 3;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final HttpTransport transport;
    private final HubAccess access;
    private final HubAddresses addresses;

    Redirects(HttpTransport transport, HubAccess access) {
        this.transport = transport;
        this.access = access;
        this.addresses = new HubAddresses(access.endpoint());
    }

    /**
     * The first answer that is no redirect.
     *
     * @param etag of the answer that is known already; empty for none
     * @throws ResearchException if it leads too far, or where we must not go
     */
    HttpResponse send(HubQuestion question, String etag, Deadline deadline) throws IOException {
        URI uri = question.uri();
        for (int hop = 0; hop <= MOST; hop++) {
            HttpResponse response = transport.send(request(question, uri, etag, deadline));
            if (!STATUSES.contains(response.status())) {
                return response;
            }
            String location = response.header("Location").orElse("");
            uri = addresses
                    .redirect(question.kind(), uri, location)
                    .filter(to -> !location.isEmpty())
                    .orElseThrow(() -> HubErrors.unavailable(
                            question, "it leads to an address that is not the Hub's, as where a login is asked for"));
        }
        throw HubErrors.unavailable(question, "it leads from one address to the next more than " + MOST + " times");
    }

    private HttpRequest request(HubQuestion question, URI uri, String etag, Deadline deadline) {
        HttpRequest request = HttpRequest.get(uri)
                .withHeader("Accept", question.kind() == Kind.FILE ? "*/*" : "application/json")
                .withHeader("User-Agent", "alain-sdk")
                .withLimits(time(deadline), LARGEST);
        if (!addresses.isOwn(uri)) {
            return request;
        }
        if (!etag.isEmpty()) {
            request = request.withHeader("If-None-Match", eitherStrength(etag));
        }
        // A mirror may have been asked to send us on to another model: the token still stays with it.
        return access.token().isPresent()
                ? request.withHeader(
                        "Authorization",
                        "Bearer " + reveal(question, access.token().get()))
                : request;
    }

    /** Zero would mean: no limit. */
    private static Duration time(Deadline deadline) {
        Duration left = deadline.remaining().compareTo(EACH) < 0 ? deadline.remaining() : EACH;
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /** Servers differ in whether the mark of a weak one is part of it. */
    private static String eitherStrength(String etag) {
        return etag.startsWith("W/") ? etag + ", " + etag.substring(2) : etag;
    }

    private static String reveal(HubQuestion question, Secret token) {
        try {
            return token.reveal();
        } catch (IllegalArgumentException e) {
            throw new ResearchException(
                    Reason.UNAUTHORIZED,
                    "the token with which " + question.what() + " is asked for cannot be sent: " + e.getMessage(),
                    "Check HF_TOKEN, or leave it out for public models",
                    e);
        }
    }
}
