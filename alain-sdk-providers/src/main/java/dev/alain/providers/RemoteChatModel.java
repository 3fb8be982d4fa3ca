package dev.alain.providers;

import dev.alain.chat.Capabilities;
import dev.alain.chat.ChatDelta;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.providers.call.Calls;
import dev.alain.providers.call.Endpoint;
import dev.alain.providers.call.Probes;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.vendor.Endpoints;
import dev.alain.providers.vendor.Health;
import dev.alain.providers.vendor.ModelInfo;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A chat model behind an HTTP endpoint.
 *
 * <p>Blocking, as a future and streaming, with the same replies and exceptions. Each question has one deadline over all
 * its attempts; failures that pass are tried again within a budget; an answer that was cut is an
 * {@link ChatException.OutputTruncated} and never passed off as whole. Thread-safe.
 *
 * <pre>{@code
 * try (RemoteChatModel model = Ollama.model("qwen3:8b")) {
 *     String answer = model.chat(ChatRequest.of("Why is the sky blue?")).text();
 * }
 * }</pre>
 *
 * <p>Models made by {@link #toBuilder} for the same endpoint and key share connections, limits and what was learned.
 */
public final class RemoteChatModel implements ChatModel {
    /** Longer answers are streamed, so that a stall shows. */
    private static final int LONG_ANSWER = 4_096;

    private final RemoteChatModelBuilder settings;
    private final Endpoint endpoint;
    private final Lines lines;
    private final Calls calls;
    private final String model;
    private final AtomicBoolean closed = new AtomicBoolean();

    RemoteChatModel(RemoteChatModelBuilder settings, Endpoint endpoint, Lines lines, String model) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.lines = lines;
        this.calls = new Calls(lines.threads());
        this.model = model;
    }

    /** A builder for a vendor's endpoint. */
    public static RemoteChatModelBuilder builder(Vendor vendor) {
        return new RemoteChatModelBuilder(vendor);
    }

    /** A builder that starts from this model, and shares its connections. */
    public RemoteChatModelBuilder toBuilder() {
        return settings.copy().sharing(lines, endpoint);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it is closed
     */
    @Override
    public ChatReply chat(ChatRequest request) {
        return calls.blocking(endpoint, request, asking(request, false));
    }

    /**
     * Asks without holding a thread while it waits for its turn or for another attempt; only what follows runs on the
     * executor. An attempt has a worker, virtual from Java 24 on.
     */
    @Override
    public CompletableFuture<ChatReply> chatAsync(ChatRequest request, Executor executor) {
        return calls.future(endpoint, request, asking(request, false), executor);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each subscriber asks anew. What was delivered is never asked for again: a stream that breaks ends with an
     * error.
     */
    @Override
    public Flow.Publisher<ChatDelta> stream(ChatRequest request) {
        return calls.stream(endpoint, request, asking(request, true));
    }

    /**
     * The models of the endpoint.
     *
     * @throws ChatException if there is no list
     */
    public List<ModelInfo> models() {
        Probes probes = new Probes(endpoint);
        return calls.other(toString(), probes::models, probes::cancel);
    }

    /** How the endpoint is; asks it once and never throws for what is wrong there. */
    public Health health() {
        Probes probes = new Probes(endpoint);
        return calls.other(toString(), probes::health, probes::cancel);
    }

    /** What is known by now, without asking: the context length once it was used or listed. */
    @Override
    public Capabilities capabilities() {
        Vendor vendor = endpoint.vendor();
        StructuredOutput best = vendor.structuredOutput().stream().findFirst().orElse(StructuredOutput.PROMPT);
        return new Capabilities(
                endpoint.learned().context(model),
                endpoint.learned().way(model, best) == StructuredOutput.JSON_SCHEMA,
                vendor.streaming(),
                Endpoints.loopback(endpoint.base()));
    }

    @Override
    public String id() {
        return endpoint.vendor().name() + ":" + model;
    }

    /** The vendor. */
    public Vendor vendor() {
        return endpoint.vendor();
    }

    /** Where it is. */
    public URI baseUrl() {
        return endpoint.base();
    }

    /** Cancels the calls of this model; connections and threads end with the last model that shares them. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            calls.close();
            lines.leave();
        }
    }

    @Override
    public String toString() {
        return "RemoteChatModel[" + id() + " at " + endpoint.base().getHost() + "]";
    }

    /** Calls inside and waiting, for tests. */
    String gate() {
        return endpoint.gate().toString();
    }

    private Asking asking(ChatRequest request, boolean pieces) {
        Vendor vendor = endpoint.vendor();
        int tokens = request.maxOutputTokens().orElse(vendor.answerTokens());
        boolean large = request.maxOutputTokens().orElse(Integer.MAX_VALUE) > LONG_ANSWER;
        boolean stream = switch (settings.streaming()) {
            case ALWAYS -> vendor.streaming();
            case AUTO -> vendor.streaming() && (pieces || large);
            case NEVER -> false;
        };
        Asking first = Asking.first(vendor, model, endpoint.extra())
                .withThinking(settings.thinking())
                .withContextTokens(settings.contextTokens());
        return endpoint.learned().best(first).withMaxTokens(tokens).withStream(stream);
    }
}
