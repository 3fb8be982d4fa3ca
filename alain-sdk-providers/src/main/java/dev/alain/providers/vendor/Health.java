package dev.alain.providers.vendor;

import java.time.Duration;
import java.util.Objects;

/**
 * Whether an endpoint is well.
 *
 * @param state what it can do now
 * @param message one sentence for people; holds no key
 * @param latency how long the probe took
 */
public record Health(State state, String message, Duration latency) {
    /** Checks that nothing is missing. */
    public Health {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(latency, "latency");
    }

    /** Whether a question can be asked now. */
    public boolean up() {
        return state == State.UP;
    }

    /** What an endpoint can do. */
    public enum State {
        /** It answers. */
        UP,
        /** It is there and loads its model. */
        LOADING,
        /** It is there and refuses the key. */
        UNAUTHORIZED,
        /** It is not there, or fails. */
        DOWN
    }
}
