package dev.alain.net;

import java.io.IOException;

/**
 * Sends HTTP requests. Implementations are thread-safe, follow no redirects and never repeat a request.
 *
 * <p>The OkHttp implementation is in {@code alain-sdk-providers}; research is offline when there is no transport.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends a request and waits for the whole response. Interrupting the thread cancels.
     *
     * @throws IOException if there is no complete response within the request's limits
     */
    HttpResponse send(HttpRequest request) throws IOException;

    /** Gives up connections and threads; does nothing by default. */
    @Override
    default void close() {}
}
