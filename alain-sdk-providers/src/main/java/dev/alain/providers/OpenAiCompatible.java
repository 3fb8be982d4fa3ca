package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Any endpoint that speaks the language of OpenAI.
 *
 * <pre>{@code
 * ChatModel model = OpenAiCompatible.at("https://api.groq.com/openai/v1")
 *         .model("llama-3.3-70b-versatile")
 *         .apiKey(key)
 *         .build();
 * }</pre>
 */
public final class OpenAiCompatible {
    private OpenAiCompatible() {}

    /**
     * A builder for the endpoint at this base URL, version included. One in one's own network gets the patience that
     * local models need.
     *
     * @throws IllegalArgumentException if it is no http or https URL, or holds a user, a password or a query
     */
    public static RemoteChatModelBuilder at(String baseUrl) {
        return RemoteChatModel.builder(Vendors.known("openai-compatible")).baseUrl(baseUrl);
    }

    /** A model whose endpoint and key are in the environment: {@code OPENAI_BASE_URL}, {@code OPENAI_API_KEY}. */
    public static RemoteChatModel fromEnv(String name) {
        return RemoteChatModel.builder(Vendors.known("openai-compatible"))
                .model(name)
                .settings(Settings.environment())
                .build();
    }
}
