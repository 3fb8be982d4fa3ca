package dev.alain.chat;

import dev.alain.AlainException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A chat model gave no usable answer.
 *
 * <p>Messages never hold a key or a prompt.
 */
public abstract sealed class ChatException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final transient Details details;

    private ChatException(String message, boolean retryable, String remedy, Details details) {
        super(message, details.retryable(retryable), details.remedy(remedy), details.causes());
        this.details = details;
    }

    /** How long the vendor asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details.retryAfter);
    }

    /** The HTTP status. */
    public OptionalInt statusCode() {
        return details.status == 0 ? OptionalInt.empty() : OptionalInt.of(details.status);
    }

    /** The vendor's id of the call, for its support; may be empty. */
    public String requestId() {
        return details.requestId;
    }

    /** What had come of the answer; may be empty. */
    public String partialText() {
        return details.partialText;
    }

    /** What the call cost although it failed. */
    public TokenUsage usage() {
        return details.usage;
    }

    /** How many requests were sent, 0 when none was. */
    public int attempts() {
        return details.attempts;
    }

    /** What is known of the call, for an exception that says more. */
    public Details details() {
        return details;
    }

    /** What is known of a failed call. Immutable. */
    public static final class Details {
        /** Nothing is known. */
        public static final Details NONE = new Details();

        private int status;
        private @Nullable Duration retryAfter;
        private String requestId = "";
        private String partialText = "";
        private TokenUsage usage = TokenUsage.UNKNOWN;
        private int attempts;
        private @Nullable Boolean retryable;
        private @Nullable String remedy;
        private @Nullable Throwable cause;

        private Details() {}

        /** The same with an HTTP status. */
        public Details withStatus(int value) {
            return with(copy -> copy.status = value);
        }

        /** The same with the time to wait. */
        public Details withRetryAfter(Duration value) {
            return with(copy -> copy.retryAfter = value);
        }

        /** The same with the vendor's id of the call. */
        public Details withRequestId(String value) {
            return with(copy -> copy.requestId = value);
        }

        /** The same with what had come of the answer. */
        public Details withPartialText(String value) {
            return with(copy -> copy.partialText = value);
        }

        /** The same with what the call cost all the same. */
        public Details withUsage(TokenUsage value) {
            return with(copy -> copy.usage = value);
        }

        /** The same with how many requests were sent. */
        public Details withAttempts(int value) {
            return with(copy -> copy.attempts = value);
        }

        /** The same, but trying again helps, or does not, other than usual for the exception. */
        public Details withRetryable(boolean value) {
            return with(copy -> copy.retryable = value);
        }

        /** The same with a better remedy than the usual one of the exception. */
        public Details withRemedy(String value) {
            return with(copy -> copy.remedy = value);
        }

        /** The same with a cause whose message holds no secret. */
        public Details withCause(Throwable value) {
            return with(copy -> copy.cause = value);
        }

        private Details with(Consumer<Details> change) {
            Details copy = new Details();
            copy.status = status;
            copy.retryAfter = retryAfter;
            copy.requestId = requestId;
            copy.partialText = partialText;
            copy.usage = usage;
            copy.attempts = attempts;
            copy.retryable = retryable;
            copy.remedy = remedy;
            copy.cause = cause;
            change.accept(copy);
            return copy;
        }

        private boolean retryable(boolean usual) {
            return retryable == null ? usual : retryable;
        }

        private String remedy(String usual) {
            return remedy == null ? usual : remedy;
        }

        private Throwable[] causes() {
            return cause == null ? new Throwable[0] : new Throwable[] {cause};
        }
    }

    /** The key is missing or wrong. */
    public static final class Authentication extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A refusal of the key. */
        public Authentication(String message, Details details) {
            super(message, false, "Check the API key", details);
        }
    }

    /** The key may not use this model. */
    public static final class Permission extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A refusal of the model. */
        public Permission(String message, Details details) {
            super(message, false, "Ask for access, or choose another model", details);
        }
    }

    /** Credit or quota is used up. */
    public static final class QuotaExceeded extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A refusal for want of credit. */
        public QuotaExceeded(String message, Details details) {
            super(message, false, "Add credit, or choose another provider", details);
        }
    }

    /** Too many calls in a while. */
    public static final class RateLimited extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A refusal for now. */
        public RateLimited(String message, Details details) {
            super(message, true, "Wait, or lower the concurrency", details);
        }
    }

    /** There is no such model at the endpoint. */
    public static final class ModelNotFound extends ChatException {
        private static final long serialVersionUID = 1L;

        /** An unknown model. */
        public ModelNotFound(String message, Details details) {
            super(message, false, "List the models of the endpoint", details);
        }
    }

    /** The request itself is wrong. */
    public static final class InvalidRequest extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A refusal of the request. */
        public InvalidRequest(String message, Details details) {
            super(message, false, "", details);
        }
    }

    /** The request is longer than the model takes. */
    public static final class ContextExceeded extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A request that is too long. */
        public ContextExceeded(String message, Details details) {
            super(message, false, "Choose a model with a longer context", details);
        }
    }

    /** The answer was withheld. */
    public static final class ContentFiltered extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A withheld answer. */
        public ContentFiltered(String message, Details details) {
            super(message, false, "Change topic or prompts", details);
        }
    }

    /** The answer was cut because it was too long; see {@link #partialText}. */
    public static final class OutputTruncated extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A cut answer. */
        public OutputTruncated(String message, Details details) {
            super(message, false, "Ask with more output tokens, or for less", details);
        }
    }

    /** The answer is not of the shape that was asked for. */
    public static final class OutputFormat extends ChatException {
        private static final long serialVersionUID = 1L;

        /** An answer of another shape. */
        public OutputFormat(String message, Details details) {
            super(message, true, "", details);
        }
    }

    /** The server failed or is overloaded. */
    public static final class ServerFailure extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A failure of the server. */
        public ServerFailure(String message, Details details) {
            super(message, true, "Try again later", details);
        }
    }

    /** The server could not be reached, or the connection broke. */
    public static final class Network extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A failure on the way. */
        public Network(String message, Details details) {
            super(message, true, "Check that the endpoint is running and can be reached", details);
        }
    }

    /** The answer did not come in time. */
    public static final class TimedOut extends ChatException {
        private static final long serialVersionUID = 1L;

        /** An answer that did not come. */
        public TimedOut(String message, Details details) {
            super(message, true, "Raise the time limit, or choose a faster model", details);
        }
    }

    /** Calls are held back because the last ones failed. */
    public static final class CircuitOpen extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A call that was not made. */
        public CircuitOpen(String message, Details details) {
            super(message, true, "Wait until the endpoint has recovered", details);
        }
    }

    /** The endpoint answered with something that is no answer of a chat model. */
    public static final class UnexpectedAnswer extends ChatException {
        private static final long serialVersionUID = 1L;

        /** An answer of another kind, such as a web page. */
        public UnexpectedAnswer(String message, Details details) {
            super(message, false, "Check the base URL and what stands between you and it", details);
        }
    }

    /** Too many calls wait here for the endpoint already. */
    public static final class QueueFull extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A call that was not made. */
        public QueueFull(String message, Details details) {
            super(message, true, "Ask less at once, or raise concurrency or queue of the resilience policy", details);
        }
    }

    /** The caller cancelled. */
    public static final class Cancelled extends ChatException {
        private static final long serialVersionUID = 1L;

        /** A cancelled call. */
        public Cancelled(String message, Details details) {
            super(message, false, "", details);
        }
    }
}
