package dev.alain.providers.failure;

import dev.alain.chat.TokenUsage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failed attempt, understood.
 *
 * @param kind what it means
 * @param status the HTTP status, 0 without one
 * @param code the vendor's word for it; may be empty
 * @param message one sentence without secrets
 * @param retryable whether the same request may succeed later
 * @param waitHint how long the vendor asks to wait; empty when it says nothing sensible
 * @param requestId the vendor's id of the call; may be empty
 * @param partialText what had come of the answer; may be empty
 * @param usage what it cost all the same
 * @param cause what was thrown, without secrets; null when nothing was
 */
public record Failure(
        FailureKind kind,
        int status,
        String code,
        String message,
        boolean retryable,
        Optional<Duration> waitHint,
        String requestId,
        String partialText,
        TokenUsage usage,
        @Nullable Throwable cause) {
    /** Checks that nothing is missing. */
    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(waitHint, "waitHint");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(partialText, "partialText");
        Objects.requireNonNull(usage, "usage");
    }

    /** A failure without an HTTP exchange. */
    public static Failure of(FailureKind kind, String message) {
        return new Failure(kind, 0, "", message, kind.retryable(), Optional.empty(), "", "", TokenUsage.UNKNOWN, null);
    }

    /** How often at most it is worth asking, the first time included: an unknown host does not appear by insisting. */
    public int mostAttempts() {
        return kind == FailureKind.EMPTY || code.equals("unknown_host") ? 2 : Integer.MAX_VALUE;
    }

    /** The same with a time to wait. */
    public Failure withWaitHint(Duration value) {
        return new Failure(
                kind, status, code, message, retryable, Optional.of(value), requestId, partialText, usage, cause);
    }

    /** The same, with another answer to whether trying again helps. */
    public Failure withRetryable(boolean value) {
        return new Failure(kind, status, code, message, value, waitHint, requestId, partialText, usage, cause);
    }

    /** The same with another message. */
    public Failure withMessage(String value) {
        return new Failure(kind, status, code, value, retryable, waitHint, requestId, partialText, usage, cause);
    }

    /** The same with another word of the vendor. */
    public Failure withCode(String value) {
        return new Failure(kind, status, value, message, retryable, waitHint, requestId, partialText, usage, cause);
    }

    /** Whether it speaks against the health of the endpoint; a connection that was closed while idle does not. */
    public boolean countsAgainstEndpoint() {
        return kind.countsAgainstEndpoint() && !code.equals("stale") && !code.equals("deadline");
    }

    /** The same, with what had come of the answer and what it cost. */
    public Failure withPartial(String text, TokenUsage cost) {
        return new Failure(kind, status, code, message, retryable, waitHint, requestId, text, cost, cause);
    }
}
