package dev.alain.net;

import java.io.IOException;

/** One request, to be sent once. */
public interface HttpCall {
    /**
     * Sends the request and waits for the head of the response.
     *
     * @throws TransportException if it is known why there is none
     * @throws IOException if there is none for another reason
     * @throws IllegalStateException if it was opened before
     */
    HttpStream open() throws IOException;

    /** Ends the call from any thread, at once; what waits for it gets an {@link IOException}. */
    void cancel();

    /** Whether the server may have got the whole request, and so may charge for it. */
    default boolean sent() {
        return true;
    }
}
