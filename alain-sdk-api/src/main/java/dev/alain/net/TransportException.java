package dev.alain.net;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why there is no complete response. Messages hold neither header values nor query. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure without a cause. */
    public TransportException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** A failure with a cause whose message holds no secret. */
    public TransportException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What can go wrong on the way. */
    public enum Kind {
        /** The name of the host is not known. */
        UNKNOWN_HOST,
        /** Nobody listens there, or the way there is closed. */
        REFUSED,
        /** The certificate or the encryption is not acceptable. */
        TLS,
        /** The proxy refused. */
        PROXY,
        /** No connection in time. */
        CONNECT_TIMEOUT,
        /** No head of a response in time. */
        FIRST_BYTE_TIMEOUT,
        /** Nothing more of the body for too long. */
        IDLE_TIMEOUT,
        /** Too long in all. */
        TOTAL_TIMEOUT,
        /** The connection broke. */
        BROKEN,
        /** A connection that had served before broke before an answer began: most often it was closed while idle. */
        STALE,
        /** The server took the connection back before it looked at the request. */
        UNPROCESSED,
        /** The decoded body is larger than allowed. */
        TOO_LARGE,
        /** That was no HTTP, or its head is too large. */
        PROTOCOL,
        /** The caller cancelled. */
        CANCELLED
    }
}
