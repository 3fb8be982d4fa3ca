package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Models of Poe: {@code POE_API_KEY}.
 *
 * <pre>{@code
 * ChatModel model = Poe.model("GPT-OSS-120B", key);
 * }</pre>
 */
public final class Poe {
    private Poe() {}

    /**
     * A model of Poe.
     *
     * @throws IllegalArgumentException if name or key are empty or malformed
     */
    public static RemoteChatModel model(String name, String key) {
        return builder(name).apiKey(key).build();
    }

    /** A model whose endpoint and key are in the environment of this process. */
    public static RemoteChatModel fromEnv(String name) {
        return builder(name).settings(Settings.environment()).build();
    }

    /** A builder for a model of Poe. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("poe")).model(name);
    }
}
