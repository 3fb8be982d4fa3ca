package dev.alain.net;

import dev.alain.Secret;
import java.io.IOException;
import java.util.List;

/**
 * Sends HTTP requests. Implementations are thread-safe, follow no redirects and never repeat a request.
 *
 * <p>The OkHttp implementation is in {@code alain-sdk-providers}; research is offline when there is no transport. A
 * lambda will do for tests.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends a request and waits for the whole response. Interrupting the thread cancels.
     *
     * @throws TransportException if it is known why there is no complete response within the request's limits
     * @throws IOException if there is none for another reason
     */
    HttpResponse send(HttpRequest request) throws IOException;

    /**
     * Prepares a request whose response is read while it arrives and which any thread can cancel.
     *
     * <p>By default it arrives whole by {@link #send}, and cancelling interrupts the thread that opens it.
     */
    default HttpCall call(HttpRequest request) {
        return new WholeCall(this, request);
    }

    /** What it knows that must not be shown, such as the password of a proxy; empty by default. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** Gives up connections and threads; does nothing by default. */
    @Override
    default void close() {}
}
