package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Models of Ollama by its own language, which reserves context and forbids silent cuts: {@code OLLAMA_HOST}.
 *
 * <pre>{@code
 * ChatModel model = Ollama.model("qwen3:8b");
 * }</pre>
 */
public final class Ollama {
    private Ollama() {}

    /** A model of Ollama on this machine, without a key. */
    public static RemoteChatModel model(String name) {
        return builder(name).build();
    }

    /** A model whose endpoint and key are in the environment of this process. */
    public static RemoteChatModel fromEnv(String name) {
        return builder(name).settings(Settings.environment()).build();
    }

    /** A builder for a model of Ollama. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("ollama")).model(name);
    }
}
