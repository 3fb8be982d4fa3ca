package dev.alain.providers;

import dev.alain.Settings;
import dev.alain.providers.vendor.Vendors;

/**
 * Models of a vLLM server, by default on port 8000 of this machine: {@code VLLM_BASE_URL}, {@code VLLM_API_KEY}.
 *
 * <pre>{@code
 * ChatModel model = Vllm.builder("openai/gpt-oss-20b").baseUrl("http://gpu-box:8000/v1").build();
 * }</pre>
 */
public final class Vllm {
    private Vllm() {}

    /** A model of vLLM on this machine, without a key. */
    public static RemoteChatModel model(String name) {
        return builder(name).build();
    }

    /** A model whose endpoint and key are in the environment of this process. */
    public static RemoteChatModel fromEnv(String name) {
        return builder(name).settings(Settings.environment()).build();
    }

    /** A builder for a model of vLLM. */
    public static RemoteChatModelBuilder builder(String name) {
        return RemoteChatModel.builder(Vendors.known("vllm")).model(name);
    }
}
