package dev.alain.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A response that is still arriving. Not thread-safe. */
public interface HttpStream extends Closeable {
    /** The HTTP status. */
    int status();

    /** The first value of a header, whatever its case. */
    Optional<String> header(String name);

    /** The decoded body; reading throws {@link TransportException} when a limit is passed. */
    InputStream body();

    /** Gives the connection up, or back when the body was read to its end. */
    @Override
    void close() throws IOException;
}
