package dev.alain.providers.observe;

import dev.alain.chat.ChatRequest;
import java.util.Objects;

/**
 * Which call an event is about.
 *
 * @param vendor such as {@code poe}
 * @param model as asked for
 * @param host of the endpoint
 * @param port of the endpoint
 * @param request the question; its messages are for those who may see them
 */
public record CallInfo(String vendor, String model, String host, int port, ChatRequest request) {
    /** Checks that nothing is missing. */
    public CallInfo {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(request, "request");
    }
}
