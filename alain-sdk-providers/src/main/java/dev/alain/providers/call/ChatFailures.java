package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatException.Details;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;

/** Turns what went wrong into the exception that says so. */
final class ChatFailures {
    private ChatFailures() {}

    /** The exception for a failure at a place, after so many requests. */
    static ChatException exception(Failure failure, String place, int attempts) {
        Details details = details(failure, attempts);
        String message = place + ": " + failure.message();
        return switch (failure.kind()) {
            case AUTHENTICATION -> new ChatException.Authentication(message, details);
            case PERMISSION -> new ChatException.Permission(message, details);
            case QUOTA -> new ChatException.QuotaExceeded(message, details);
            case RATE_LIMITED -> new ChatException.RateLimited(message, details);
            case MODEL_NOT_FOUND -> new ChatException.ModelNotFound(message, details);
            case INVALID_REQUEST -> new ChatException.InvalidRequest(message, details);
            case CONTEXT_EXCEEDED -> new ChatException.ContextExceeded(message, details);
            case CONTENT_FILTERED -> new ChatException.ContentFiltered(message, details);
            case TRUNCATED -> new ChatException.OutputTruncated(message, details);
            case SERVER, OVERLOADED, LOADING -> new ChatException.ServerFailure(message, details);
            case NETWORK -> new ChatException.Network(message, details);
            case TLS ->
                new ChatException.Network(
                        message,
                        details.withRemedy("Check the server's certificate, or trust its authority explicitly"));
            case PROXY -> new ChatException.Network(message, details.withRemedy("Check the proxy and its credentials"));
            case CONNECT_TIMEOUT, TIMEOUT -> new ChatException.TimedOut(message, details.withRemedy(remedy(failure)));
            case UNEXPECTED, EMPTY, THOUGHT_ONLY -> new ChatException.UnexpectedAnswer(message, details);
            case CANCELLED -> new ChatException.Cancelled(message, details);
        };
    }

    private static Details details(Failure failure, int attempts) {
        Details details = Details.NONE
                .withStatus(failure.status())
                .withRequestId(failure.requestId())
                .withPartialText(failure.partialText())
                .withUsage(failure.usage())
                .withAttempts(attempts)
                .withRetryable(failure.retryable());
        if (failure.waitHint().isPresent()) {
            details = details.withRetryAfter(failure.waitHint().get());
        }
        if (failure.status() == 404 && failure.kind() == FailureKind.UNEXPECTED) {
            details = details.withRemedy("Check the base URL; most end in /v1");
        }
        return failure.cause() == null ? details : details.withCause(failure.cause());
    }

    /** Names the limit to raise. */
    private static String remedy(Failure failure) {
        return switch (failure.code()) {
            case "connect_timeout" -> "Check that the endpoint can be reached, or raise timeouts.connect";
            case "first_byte_timeout" -> "Raise timeouts.firstByte, or choose a faster model";
            case "idle_timeout" -> "Raise timeouts.idle, or choose a faster model";
            case "deadline" -> "Give the request a later deadline, or choose a faster model";
            default -> "Raise timeouts.total, ask for fewer tokens, or choose a faster model";
        };
    }
}
