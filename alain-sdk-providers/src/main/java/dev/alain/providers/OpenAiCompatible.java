package dev.alain.providers;

import dev.alain.providers.vendor.Endpoints;
import dev.alain.providers.vendor.Vendor;
import dev.alain.providers.vendor.Vendors;
import java.net.URI;

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
        URI base = Endpoints.checked(baseUrl, "the base URL");
        Vendor vendor = Vendors.known("openai-compatible");
        Vendor suited =
                Endpoints.privateNetwork(base) ? vendor.toBuilder().patient().build() : vendor;
        return RemoteChatModel.builder(suited).baseUrl(baseUrl);
    }
}
