package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.net.HttpCall;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.vendor.Health;
import dev.alain.providers.vendor.Health.State;
import dev.alain.providers.vendor.ModelInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Asks an endpoint how it is and what it has; once, and without the gate. */
public final class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Endpoint endpoint;

    /** Of this endpoint. */
    public Probes(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * The models of the endpoint; their context lengths are kept.
     *
     * @throws ChatException if there is no list
     */
    public List<ModelInfo> models() {
        try {
            return models(endpoint.timeouts().withTotal(PATIENCE));
        } catch (AttemptFailed e) {
            throw ChatFailures.exception(e.failure(), endpoint.place(), 1);
        }
    }

    List<ModelInfo> models(HttpTimeouts limits) throws AttemptFailed {
        Exchange exchange = exchange();
        HttpCall call = exchange.get(exchange.uri(endpoint.dialect().modelsPath()), limits);
        List<ModelInfo> models = endpoint.dialect().models(exchange.json(call), endpoint.vendor());
        models.stream()
                .filter(model -> model.contextLength().isPresent())
                .forEach(model -> endpoint.learned().context(model.id(), model.contextLength()));
        return models;
    }

    /** How the endpoint is; never throws for what is wrong there. */
    public Health health() {
        long begunAt = endpoint.gate().nanos();
        try {
            Exchange exchange = exchange();
            String path = endpoint.vendor().healthPath();
            URI uri = path.isEmpty()
                    ? exchange.uri(endpoint.dialect().modelsPath())
                    : endpoint.base().resolve(path);
            exchange.probe(exchange.get(uri, endpoint.timeouts().withTotal(PATIENCE)));
            return new Health(State.UP, endpoint.place() + " answers", since(begunAt));
        } catch (AttemptFailed e) {
            Failure failure = e.failure();
            return new Health(state(failure), endpoint.place() + ": " + failure.message(), since(begunAt));
        }
    }

    private Exchange exchange() throws AttemptFailed {
        try {
            return new Exchange(endpoint, endpoint.revealed());
        } catch (IllegalArgumentException e) {
            throw new AttemptFailed(Failure.of(FailureKind.AUTHENTICATION, String.valueOf(e.getMessage())));
        }
    }

    private static State state(Failure failure) {
        return switch (failure.kind()) {
            case LOADING -> State.LOADING;
            case AUTHENTICATION, PERMISSION -> State.UNAUTHORIZED;
            default -> State.DOWN;
        };
    }

    private Duration since(long then) {
        return Duration.ofNanos(endpoint.gate().nanos() - then);
    }
}
