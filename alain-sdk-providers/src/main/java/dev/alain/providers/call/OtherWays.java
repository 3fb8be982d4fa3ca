package dev.alain.providers.call;

import dev.alain.chat.ChatRequest;
import dev.alain.chat.ResponseFormat;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import java.util.Optional;

/**
 * Puts one question in other words when an endpoint does not take it as it is, and remembers what worked.
 *
 * <p>Used by one attempt at a time.
 */
final class OtherWays {
    /** Ways of asking are few; a server that refuses them all shall not be asked for ever. */
    private static final int MOST = 5;

    private final Endpoint endpoint;
    private final ChatRequest request;
    private final Asking first;
    private int tried;
    private boolean thinkingTurned;
    private boolean schemaAtFault;

    OtherWays(Endpoint endpoint, ChatRequest request, Asking first) {
        this.endpoint = endpoint;
        this.request = request;
        this.first = first;
    }

    /** Another way that may work after this failure. */
    synchronized Optional<Asking> after(Failure failure, Asking asked) {
        if (tried >= MOST) {
            return Optional.empty();
        }
        Optional<Asking> other = failure.kind() == FailureKind.THOUGHT_ONLY
                ? thinkingTurned(asked)
                : endpoint.dialect().otherwise(failure, request, asked);
        tried += other.isPresent() ? 1 : 0;
        schemaAtFault |= failure.code().equals("invalid_json_schema")
                || failure.message().contains("nvalid schema");
        return other;
    }

    /** This way was answered; when it was not the first one, it will be from now on. */
    synchronized void worked(Asking asked) {
        if (tried == 0) {
            return;
        }
        boolean aboutShape = request.responseFormat() instanceof ResponseFormat.JsonSchema && !schemaAtFault;
        Asking lesson = thinkingTurned ? asked.lesson() : asked.lesson().withThinking(Optional.empty());
        endpoint.learned().accepted(aboutShape ? lesson : lesson.withWay(first.way()));
    }

    /** A model that only thought is told to think less, or more. */
    private Optional<Asking> thinkingTurned(Asking asked) {
        if (thinkingTurned || asked.vendor().thinking().isEmpty()) {
            return Optional.empty();
        }
        thinkingTurned = true;
        return Optional.of(asked.withThinking(Optional.of(!asked.thinking().orElse(true))));
    }
}
