package dev.alain.providers.call;

import dev.alain.chat.ChatRequest;
import dev.alain.net.HttpCall;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.dialect.Dialect.Inquiry;
import dev.alain.providers.dialect.SchemaInstruction;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.ollama.ContextWindow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reserves the context that a question needs, where a server wants to be told. */
final class Preparation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final Exchange exchange;
    private final ChatRequest request;

    Preparation(Endpoint endpoint, Exchange exchange, ChatRequest request) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.request = request;
    }

    /**
     * The way of asking with its context.
     *
     * @throws AttemptFailed if the server has no such model, or refuses the key
     */
    Asking of(Asking asking, Duration left, Consumer<HttpCall> calls) throws AttemptFailed {
        Optional<Inquiry> inquiry = endpoint.dialect().inquiry(asking.model());
        if (inquiry.isEmpty() || asking.extra().at("/options/num_ctx").isInt()) {
            return asking;
        }
        if (!endpoint.learned().contextAsked(asking.model())) {
            ask(asking.model(), inquiry.get(), left, calls);
        }
        OptionalInt trained = endpoint.learned().context(asking.model());
        if (asking.contextTokens() > 0) {
            return asking.withContextTokens(Math.min(asking.contextTokens(), trained.orElse(Integer.MAX_VALUE)));
        }
        int tokens = ContextWindow.tokens(SchemaInstruction.added(request), asking.maxTokens(), trained);
        return asking.withContextTokens(endpoint.learned().window(asking.model(), tokens));
    }

    /** Servers that only look like this one may not know the question; then the usual amount has to do. */
    private void ask(String model, Inquiry inquiry, Duration left, Consumer<HttpCall> calls) throws AttemptFailed {
        HttpTimeouts limits = endpoint.timeouts().withTotal(left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
        HttpCall call = exchange.post(inquiry.path(), inquiry.body(), Map.of(), limits);
        calls.accept(call);
        try {
            endpoint.learned().context(model, endpoint.dialect().contextLength(exchange.json(call)));
        } catch (AttemptFailed e) {
            FailureKind kind = e.failure().kind();
            if (kind == FailureKind.MODEL_NOT_FOUND
                    || kind == FailureKind.AUTHENTICATION
                    || kind == FailureKind.NETWORK
                    || kind == FailureKind.CONNECT_TIMEOUT
                    || kind == FailureKind.CANCELLED) {
                throw e;
            }
            if (kind == FailureKind.UNEXPECTED || kind == FailureKind.INVALID_REQUEST) {
                endpoint.learned().context(model, OptionalInt.empty()); // it will never know; others may later
            }
        }
    }
}
