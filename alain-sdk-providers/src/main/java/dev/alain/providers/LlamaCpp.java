package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * The model of a llama.cpp server, by default on port 8080 of this machine: {@code LLAMACPP_BASE_URL}.
 *
 * <pre>{@code
 * ChatModel model = LlamaCpp.model("default");
 * }</pre>
 */
public final class LlamaCpp {
    private LlamaCpp() {}

    /** A model of llama.cpp on this machine, without a key. */
    public static RemoteChatModel model(String name) {
        return builder(name).build();
    }

    /** A model whose endpoint and key are in the environment of this process. */
    public static RemoteChatModel fromEnv(String name) {
        return builder(name).settings(Settings.environment()).build();
    }

    /** A builder for a model of llama.cpp. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("llamacpp")).model(name);
    }
}
