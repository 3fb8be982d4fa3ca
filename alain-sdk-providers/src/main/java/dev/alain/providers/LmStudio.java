package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Models of LM Studio, by default on port 1234 of this machine: {@code LMSTUDIO_BASE_URL}.
 *
 * <pre>{@code
 * ChatModel model = LmStudio.model("qwen3-8b");
 * }</pre>
 */
public final class LmStudio {
    private LmStudio() {}

    /** A model of LM Studio on this machine, without a key. */
    public static RemoteChatModel model(String name) {
        return builder(name).build();
    }

    /** A model whose endpoint and key are in the environment of this process. */
    public static RemoteChatModel fromEnv(String name) {
        return builder(name).settings(Settings.environment()).build();
    }

    /** A builder for a model of LM Studio. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("lmstudio")).model(name);
    }
}
