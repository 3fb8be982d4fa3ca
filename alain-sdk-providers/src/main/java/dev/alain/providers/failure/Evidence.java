package dev.alain.providers.failure;

import dev.alain.net.TransportException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a failed attempt.
 *
 * @param status the HTTP status, 0 without a response
 * @param headers names in lower case
 * @param body the beginning of the body, secrets removed
 * @param cause why there is no response; null when there is one
 * @param now for dates in headers, where the server does not say its own time
 * @param local whether the endpoint is of the patient kind, which may still be working on a request that timed out
 */
public record Evidence(
        int status,
        Map<String, String> headers,
        String body,
        @Nullable TransportException cause,
        Instant now,
        boolean local) {
    /** Copies the headers. */
    public Evidence {
        headers = Map.copyOf(headers);
    }

    /** A response that is no answer. */
    public static Evidence response(int status, Map<String, String> headers, String body, Instant now, boolean local) {
        return new Evidence(status, headers, body, null, now, local);
    }

    /** No response. */
    public static Evidence noResponse(TransportException cause, Instant now, boolean local) {
        return new Evidence(0, Map.of(), "", cause, now, local);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
