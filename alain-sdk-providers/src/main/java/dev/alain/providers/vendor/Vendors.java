package dev.alain.providers.vendor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The vendors that come with the SDK, read from files beside this class. */
public final class Vendors {
    private static final List<String> NAMES =
            List.of("openai", "poe", "anthropic", "ollama", "vllm", "lmstudio", "llamacpp", "openai-compatible");

    private Vendors() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** One of them. */
    public static Optional<Vendor> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /**
     * One that is known to be among them.
     *
     * @throws IllegalArgumentException if it is not; the message names them all
     */
    public static Vendor known(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no vendor is called \"" + name + "\"; there are " + String.join(", ", NAMES)));
    }

    private static Vendor read(String name) {
        try (InputStream file = Vendors.class.getResourceAsStream(name + ".json")) {
            return Vendor.of(new ObjectMapper().readTree(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
