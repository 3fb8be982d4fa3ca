package dev.alain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks values up by name and never lists them, so that secrets stay where they are.
 *
 * <p>The library reads no environment unless {@link #environment} is handed to it.
 */
@FunctionalInterface
public interface Settings {
    /** The value of a name; empty when there is none. */
    Optional<String> value(String name);

    /** Knows nothing. */
    static Settings none() {
        return name -> Optional.empty();
    }

    /** Fixed values. */
    static Settings of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name));
    }

    /** The environment of this process, under its own names. */
    static Settings environment() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /** These settings, then others for names that these do not know. */
    default Settings orElse(Settings next) {
        Objects.requireNonNull(next, "next");
        return name -> value(name).or(() -> next.value(name));
    }
}
