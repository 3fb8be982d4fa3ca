package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.providers.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** An answer, or a piece of one, says that the call failed although its status was 200. */
public final class AnswerError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable JsonNode body;
    private final FailureKind kind;

    /** The vendor says so. */
    public AnswerError(JsonNode body) {
        this(FailureKind.SERVER, "the answer is an error", body);
    }

    /** The shape says so. */
    public AnswerError(FailureKind kind, String message) {
        this(kind, message, null);
    }

    private AnswerError(FailureKind kind, String message, @Nullable JsonNode body) {
        super(message, null, false, false);
        this.kind = kind;
        this.body = body;
    }

    /** The vendor's words; null when only the shape is wrong. */
    public @Nullable JsonNode body() {
        return body;
    }

    /** What it means when there are no words. */
    public FailureKind kind() {
        return kind;
    }
}
