package dev.alain.providers.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.chat.TokenUsage;
import dev.alain.net.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failed attempt means: one pure function of status, headers, body and cause.
 *
 * <p>Exact words of vendors count before the status, since some send the wrong one, and prose counts last: vendors say
 * "quota" of limits that pass in a second.
 */
public final class FailureClassifier {
    private static final Set<String> QUOTA = Set.of(
            "insufficient_quota",
            "exceeded_current_quota_error",
            "credit_balance_exhausted",
            "enforced_spend_limit_reached");
    private static final Set<String> CONTEXT = Set.of("context_length_exceeded", "exceed_context_size_error");
    private static final Set<String> FILTER = Set.of("content_filter", "content_policy_violation");
    private static final List<String> CONTEXT_NOUNS =
            List.of("context length", "context size", "context window", "context limit", "available context");
    private static final List<String> CONTEXT_VERBS =
            List.of("exceed", "longer than", "greater than", "larger than", "too long", "maximum", "only", "surpass");
    private static final List<String> CONTEXT_WORDS = List.of(
            "longer than the maximum model length",
            "prompt is too long",
            "input token count",
            "context the overflows",
            "context overflow",
            "max_tokens must be at least 1, got -");
    private static final List<String> CREDIT_WORDS = List.of("points", "credit", "balance", "subscription", "billing");

    private FailureClassifier() {}

    /** What it means. */
    public static Failure classify(Evidence evidence) {
        return evidence.cause() == null ? ofResponse(evidence) : ofCause(evidence.cause(), evidence.local());
    }

    /** Whether a body that came with 200, or an event of a stream, is an error nevertheless. */
    public static boolean isError(JsonNode body) {
        JsonNode error = body.path("error");
        return error.isObject() && !error.isEmpty()
                || error.isTextual() && !error.asText().isEmpty()
                || body.path("object").asText().equals("error");
    }

    private static Failure ofResponse(Evidence evidence) {
        ErrorBody body = ErrorBody.of(evidence.body());
        FailureKind kind = kind(evidence.status(), body);
        Optional<Duration> hint = WaitHint.of(evidence, body.message());
        boolean retryable = evidence.header("x-should-retry")
                .filter(value -> value.equals("true") || value.equals("false"))
                .map(Boolean::parseBoolean)
                .filter(asked -> !asked || !hopeless(kind))
                .orElse(kind.retryable());
        String requestId = evidence.header("x-request-id")
                .or(() -> evidence.header("request-id"))
                .orElse("");
        return new Failure(
                kind,
                evidence.status(),
                body.code(),
                message(evidence, body, kind),
                retryable,
                hint,
                requestId,
                "",
                TokenUsage.UNKNOWN,
                null);
    }

    private static FailureKind kind(int status, ErrorBody body) {
        String message = body.message().toLowerCase(Locale.ROOT);
        boolean tooLarge = status == 413 || status == 429 && message.startsWith("request too large");
        FailureKind byCode = tooLarge ? FailureKind.CONTEXT_EXCEEDED : byCode(body);
        if (byCode != null) {
            return byCode;
        }
        if (status == 400 && message.contains("credit balance")) {
            return FailureKind.QUOTA;
        }
        if (status != 429 && tooLong(message)) {
            return FailureKind.CONTEXT_EXCEEDED;
        }
        return byStatus(status, body, message);
    }

    private static boolean tooLong(String message) {
        boolean context = CONTEXT_NOUNS.stream().anyMatch(message::contains)
                && CONTEXT_VERBS.stream().anyMatch(message::contains);
        return context || CONTEXT_WORDS.stream().anyMatch(message::contains);
    }

    private static @Nullable FailureKind byCode(ErrorBody body) {
        if (body.codes().stream().anyMatch(code -> QUOTA.contains(code) || code.startsWith("billing_"))) {
            return FailureKind.QUOTA;
        }
        if (body.codes().stream().anyMatch(CONTEXT::contains)) {
            return FailureKind.CONTEXT_EXCEEDED;
        }
        if (body.codes().stream().anyMatch(FILTER::contains)) {
            return FailureKind.CONTENT_FILTERED;
        }
        if (body.says("invalid_api_key") || body.says("authentication_error")) {
            return FailureKind.AUTHENTICATION;
        }
        if (body.says("permission_error")) {
            return FailureKind.PERMISSION;
        }
        if (body.says("model_not_found")) {
            return FailureKind.MODEL_NOT_FOUND;
        }
        return passing(body);
    }

    /** Words for what passes. */
    private static @Nullable FailureKind passing(ErrorBody body) {
        if (body.says("rate_limit_exceeded") || body.says("rate_limit_error") || body.says("slow_down")) {
            return FailureKind.RATE_LIMITED;
        }
        if (body.says("overloaded_error") || body.says("server_is_overloaded")) {
            return FailureKind.OVERLOADED;
        }
        boolean loading = body.message().toLowerCase(Locale.ROOT).contains("loading model");
        return loading && (body.says("unavailable_error") || body.says("503")) ? FailureKind.LOADING : null;
    }

    private static FailureKind byStatus(int status, ErrorBody body, String message) {
        if (status >= 300 && status < 400) {
            return FailureKind.UNEXPECTED;
        }
        return switch (status) {
            case 401 -> FailureKind.AUTHENTICATION;
            case 402 -> FailureKind.QUOTA;
            case 403 -> CREDIT_WORDS.stream().anyMatch(message::contains) ? FailureKind.QUOTA : FailureKind.PERMISSION;
            case 404 -> modelMissing(message) ? FailureKind.MODEL_NOT_FOUND : FailureKind.UNEXPECTED;
            case 407 -> FailureKind.PROXY;
            case 408, 409, 425, 499 -> FailureKind.SERVER;
            case 429 -> FailureKind.RATE_LIMITED;
            case 503, 529 -> FailureKind.OVERLOADED;
            case 501, 505 -> FailureKind.UNEXPECTED;
            default -> status >= 500 ? FailureKind.SERVER : other(status, body);
        };
    }

    private static boolean modelMissing(String message) {
        return message.contains("model")
                && (message.contains("not found")
                        || message.contains("not exist")
                        || message.contains("unknown")
                        || message.contains("(model)"));
    }

    /** An error in a body that came with 200 is judged by its words; without any it is the server's. */
    private static FailureKind other(int status, ErrorBody body) {
        if (status >= 400) {
            return FailureKind.INVALID_REQUEST;
        }
        if (body.message().contains("nexpected endpoint")) {
            return FailureKind.UNEXPECTED; // LM Studio's way to say 404
        }
        boolean invalid = body.says("invalid_request_error") || body.says("400") || body.says("badrequesterror");
        return invalid ? FailureKind.INVALID_REQUEST : body.json() ? FailureKind.SERVER : FailureKind.UNEXPECTED;
    }

    /** A header may speed things up, but more of the same does not bring a key or credit. */
    private static boolean hopeless(FailureKind kind) {
        return kind == FailureKind.AUTHENTICATION || kind == FailureKind.QUOTA || kind == FailureKind.CONTEXT_EXCEEDED;
    }

    private static String message(Evidence evidence, ErrorBody body, FailureKind kind) {
        int status = evidence.status();
        if (status >= 300 && status < 400) {
            return "the endpoint redirects elsewhere (" + status + "), and redirects are not followed";
        }
        if (!body.message().isEmpty()) {
            return "the endpoint answered " + status + ": " + body.message();
        }
        return "the endpoint answered " + status
                + (kind == FailureKind.UNEXPECTED && !body.json() ? " with something that is no JSON" : "");
    }

    private static Failure ofCause(TransportException cause, boolean local) {
        FailureKind kind = switch (cause.kind()) {
            case REFUSED, UNKNOWN_HOST, BROKEN, STALE, UNPROCESSED -> FailureKind.NETWORK;
            case TLS -> FailureKind.TLS;
            case PROXY -> FailureKind.PROXY;
            case CONNECT_TIMEOUT -> FailureKind.CONNECT_TIMEOUT;
            case FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT -> FailureKind.TIMEOUT;
            case TOO_LARGE, PROTOCOL -> FailureKind.UNEXPECTED;
            case CANCELLED -> FailureKind.CANCELLED;
        };
        boolean stillWorking = local && kind == FailureKind.TIMEOUT;
        boolean hopeless = cause.kind() == TransportException.Kind.TOTAL_TIMEOUT;
        return new Failure(
                kind,
                0,
                cause.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(cause.getMessage()),
                kind.retryable() && !stillWorking && !hopeless,
                Optional.empty(),
                "",
                "",
                TokenUsage.UNKNOWN,
                cause);
    }
}
