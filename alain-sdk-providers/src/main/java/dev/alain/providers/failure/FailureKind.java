package dev.alain.providers.failure;

/** What a failed attempt means. */
public enum FailureKind {
    AUTHENTICATION,
    PERMISSION,
    QUOTA,
    RATE_LIMITED,
    MODEL_NOT_FOUND,
    INVALID_REQUEST,
    CONTEXT_EXCEEDED,
    CONTENT_FILTERED,
    TRUNCATED,
    SERVER,
    OVERLOADED,
    LOADING,
    NETWORK,
    TLS,
    PROXY,
    CONNECT_TIMEOUT,
    TIMEOUT,
    UNEXPECTED,
    EMPTY,
    THOUGHT_ONLY,
    CANCELLED;

    /** Whether the same request may succeed later, by its kind alone. */
    public boolean retryable() {
        return switch (this) {
            case RATE_LIMITED, SERVER, OVERLOADED, LOADING, NETWORK, CONNECT_TIMEOUT, TIMEOUT, EMPTY -> true;
            default -> false;
        };
    }

    /** Whether it speaks against the health of the endpoint. */
    public boolean countsAgainstEndpoint() {
        return switch (this) {
            case SERVER, OVERLOADED, NETWORK, CONNECT_TIMEOUT, TIMEOUT -> true;
            default -> false;
        };
    }
}
