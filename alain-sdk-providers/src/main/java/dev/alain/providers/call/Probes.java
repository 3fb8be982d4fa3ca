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
import org.jspecify.annotations.Nullable;

/** Asks an endpoint how it is and what it has; once, and without the gate. */
public final class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private volatile @Nullable HttpCall current;

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

    /** Ends what is being asked, from any thread. */
    public void cancel() {
        HttpCall call = current;
        if (call != null) {
            call.cancel();
        }
    }

    List<ModelInfo> models(HttpTimeouts limits) throws AttemptFailed {
        Exchange exchange = exchange();
        HttpCall call = held(exchange.get(exchange.uri(endpoint.dialect().modelsPath()), limits));
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
            HttpTimeouts limits = endpoint.timeouts().withTotal(PATIENCE);
            if (!endpoint.vendor().healthPath().isEmpty()) {
                Exchange exchange = exchange();
                exchange.probe(held(exchange.get(healthUri(), limits)));
            }
            models(limits); // some say they are well to anybody, and only the list needs the key
            return new Health(State.UP, endpoint.place() + " answers", since(begunAt));
        } catch (AttemptFailed e) {
            Failure failure = e.failure();
            return new Health(state(failure), endpoint.place() + ": " + failure.message(), since(begunAt));
        }
    }

    private HttpCall held(HttpCall call) {
        current = call;
        return call;
    }

    /** Health lies beside the version of the API, not below it. */
    private URI healthUri() {
        return URI.create(endpoint.base().toString().replaceFirst("/v1$", "")
                + endpoint.vendor().healthPath());
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
