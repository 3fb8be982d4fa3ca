package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Models of OpenAI: {@code OPENAI_API_KEY}, {@code OPENAI_BASE_URL}.
 *
 * <pre>{@code
 * ChatModel model = OpenAi.model("gpt-5", key);
 * }</pre>
 */
public final class OpenAi {
    private OpenAi() {}

    /**
     * A model of OpenAI.
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

    /** A builder for a model of OpenAI. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("openai")).model(name);
    }
}
