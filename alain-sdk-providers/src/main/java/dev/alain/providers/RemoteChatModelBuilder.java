package dev.alain.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Secret;
import dev.alain.Settings;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.HttpTransport;
import dev.alain.providers.anthropic.AnthropicDialect;
import dev.alain.providers.call.Endpoint;
import dev.alain.providers.call.Learned;
import dev.alain.providers.dialect.Dialect;
import dev.alain.providers.gate.Gate;
import dev.alain.providers.observe.ChatListener;
import dev.alain.providers.ollama.OllamaDialect;
import dev.alain.providers.ollama.OllamaHost;
import dev.alain.providers.openai.OpenAiDialect;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.providers.transport.OkHttpTransport;
import dev.alain.providers.vendor.Endpoints;
import dev.alain.providers.vendor.Vendor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds chat models; not thread-safe. */
public final class RemoteChatModelBuilder {
    private static final SecureRandom IDS = new SecureRandom();

    private final Vendor vendor;
    private String model = "";
    private @Nullable URI baseUrl;
    private @Nullable Secret key;
    private Settings settings = Settings.none();
    private @Nullable HttpTransport transport;
    private @Nullable HttpTimeouts timeouts;
    private ResiliencePolicy resilience = ResiliencePolicy.DEFAULT;
    private List<ChatListener> listeners = List.of();
    private StreamingMode streaming = StreamingMode.AUTO;
    private @Nullable Boolean thinking;
    private int contextTokens;
    private long maxAnswerBytes = 8 << 20;
    private boolean cleartext;
    private ObjectNode extra = JsonNodeFactory.instance.objectNode();
    private Clock clock = Clock.systemUTC();
    private DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
    private Supplier<String> callIds = RemoteChatModelBuilder::randomId;
    private @Nullable Sharing shared;

    RemoteChatModelBuilder(Vendor vendor) {
        this.vendor = Objects.requireNonNull(vendor, "vendor");
    }

    /** The model's name at the vendor; required. */
    public RemoteChatModelBuilder model(String name) {
        this.model = name.strip();
        return this;
    }

    /**
     * Where the endpoint is, version included; the vendor's usual place by default. A key that came from another
     * model stays with that model's host.
     *
     * @throws IllegalArgumentException if it is no http or https URL, or holds a user, a password or a query
     */
    public RemoteChatModelBuilder baseUrl(String url) {
        URI place = Endpoints.checked(url, "the base URL");
        Sharing lent = shared;
        boolean elsewhere = lent != null
                && !place.resolve("/").equals(lent.endpoint().base().resolve("/"));
        if (elsewhere
                && lent != null
                && Optional.ofNullable(key).equals(lent.endpoint().key())) {
            this.key = null;
        }
        this.baseUrl = place;
        return this;
    }

    /** The key; asked for anew at each call. An endpoint on loopback needs none. */
    public RemoteChatModelBuilder apiKey(Secret value) {
        this.key = value;
        return this;
    }

    /**
     * The key.
     *
     * @throws IllegalArgumentException if it is empty or malformed; the message holds no part of it
     */
    public RemoteChatModelBuilder apiKey(String value) {
        return apiKey(Secret.of(value));
    }

    /** Where endpoint and key are looked up under the vendor's usual names, unless given; nowhere by default. */
    public RemoteChatModelBuilder settings(Settings value) {
        this.settings = value;
        return this;
    }

    /** What carries requests, and stays open; by default OkHttp, closed with the model. */
    public RemoteChatModelBuilder transport(HttpTransport value) {
        this.transport = value;
        return this;
    }

    /** Other time limits than the vendor's; a total of zero is worked out from the length of the answer. */
    public RemoteChatModelBuilder timeouts(HttpTimeouts value) {
        this.timeouts = value;
        return this;
    }

    /** How insistent calls are. */
    public RemoteChatModelBuilder resilience(ResiliencePolicy value) {
        this.resilience = value;
        return this;
    }

    /** Hears of calls, after those added before. */
    public RemoteChatModelBuilder listener(ChatListener value) {
        List<ChatListener> more = new ArrayList<>(listeners);
        more.add(value);
        this.listeners = List.copyOf(more);
        return this;
    }

    /** Whether answers come in pieces over the wire when they are wanted whole. */
    public RemoteChatModelBuilder streaming(StreamingMode value) {
        this.streaming = value;
        return this;
    }

    /** Whether the model shall think before it answers, where it can be told; its own way by default. */
    public RemoteChatModelBuilder thinking(boolean value) {
        this.thinking = value;
        return this;
    }

    /** The context to reserve, for Ollama; by default 16,384 tokens or what the question needs. */
    public RemoteChatModelBuilder contextTokens(int value) {
        this.contextTokens = value;
        return this;
    }

    /** The most bytes of a decoded answer; 8 MiB by default. */
    public RemoteChatModelBuilder maxAnswerBytes(long value) {
        this.maxAnswerBytes = value;
        return this;
    }

    /** Sends the key without encryption even to hosts that look public. */
    public RemoteChatModelBuilder allowCleartext() {
        this.cleartext = true;
        return this;
    }

    /** A field that every question carries as it is, over what the SDK would say. */
    public RemoteChatModelBuilder extraBody(String name, JsonNode value) {
        ObjectNode more = extra.deepCopy();
        more.set(name, value.deepCopy());
        this.extra = more;
        return this;
    }

    /** The time of day, for deadlines; the system's by default. */
    public RemoteChatModelBuilder clock(Clock value) {
        this.clock = value;
        return this;
    }

    /** The part of a bound that backoff waits, from 0 to 1; random by default. */
    public RemoteChatModelBuilder chance(DoubleSupplier value) {
        this.chance = value;
        return this;
    }

    /** Makes the idempotency key of each call; 128 random bits by default. */
    public RemoteChatModelBuilder callIds(Supplier<String> value) {
        this.callIds = value;
        return this;
    }

    /**
     * The model. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if model, endpoint or key are missing or malformed; the message names what to
     *     set and holds no key
     */
    public RemoteChatModel build() {
        if (model.isEmpty()) {
            throw new IllegalArgumentException("name a model of " + vendor.title());
        }
        Dialect dialect = dialect(vendor);
        URI base = dialect.base(place());
        boolean own = vendor.name().equals("openai-compatible") && Endpoints.privateNetwork(base);
        Vendor suited = own ? vendor.toBuilder().patient().build() : vendor;
        Optional<Secret> secret = secret(base);
        Optional<Sharing> joined = joined();
        Lines lines = joined.map(Sharing::lines)
                .orElseGet(
                        () -> new Lines(transport == null ? OkHttpTransport.create() : transport, transport == null));
        Optional<Endpoint> same = joined.map(Sharing::endpoint)
                .filter(like -> like.base().equals(base)
                        && like.key().equals(secret)
                        && like.gate().policy() == resilience);
        Gate gate = same.map(Endpoint::gate)
                .orElseGet(() -> new Gate(vendor.name(), resilience, suited.concurrency(), lines.threads(), chance));
        Learned learned = same.map(Endpoint::learned).orElseGet(Learned::new);
        Endpoint endpoint = new Endpoint(
                suited,
                dialect,
                base,
                secret,
                lines.transport(),
                timeouts == null ? suited.timeouts() : timeouts,
                maxAnswerBytes,
                gate,
                learned,
                clock,
                callIds,
                listeners,
                extra);
        return new RemoteChatModel(copy(), endpoint, lines, model);
    }

    StreamingMode streaming() {
        return streaming;
    }

    Optional<Boolean> thinking() {
        return Optional.ofNullable(thinking);
    }

    int contextTokens() {
        return contextTokens;
    }

    RemoteChatModelBuilder sharing(Lines lines, Endpoint endpoint) {
        this.shared = new Sharing(lines, endpoint);
        this.key = endpoint.key().orElse(null);
        return this;
    }

    /** What another model lends, while it lives and unless another transport is wanted. */
    private Optional<Sharing> joined() {
        Sharing lent = shared;
        boolean fits =
                lent != null && (transport == null || transport == lent.lines().transport());
        return fits && lent != null && lent.lines().join() ? Optional.of(lent) : Optional.empty();
    }

    RemoteChatModelBuilder copy() {
        RemoteChatModelBuilder copy = new RemoteChatModelBuilder(vendor);
        copy.model = model;
        copy.baseUrl = baseUrl;
        copy.key = key;
        copy.settings = settings;
        copy.transport = transport;
        copy.timeouts = timeouts;
        copy.resilience = resilience;
        copy.listeners = listeners;
        copy.streaming = streaming;
        copy.thinking = thinking;
        copy.contextTokens = contextTokens;
        copy.maxAnswerBytes = maxAnswerBytes;
        copy.cleartext = cleartext;
        copy.extra = extra;
        copy.clock = clock;
        copy.chance = chance;
        copy.callIds = callIds;
        return copy;
    }

    private URI place() {
        if (baseUrl != null) {
            return baseUrl;
        }
        for (String name : vendor.baseUrlVariables()) {
            Optional<String> value = settings.value(name).filter(text -> !text.isBlank());
            if (value.isPresent()) {
                String url = vendor.dialect().equals("ollama") ? OllamaHost.url(value.get()) : value.get();
                return Endpoints.checked(url, name);
            }
        }
        return vendor.baseUrl()
                .orElseThrow(() -> new IllegalArgumentException("name the base URL of " + vendor.title()));
    }

    private Optional<Secret> secret(URI base) {
        Optional<Secret> secret = key != null ? Optional.of(key) : Secret.named(settings, vendor.keyVariables());
        if (secret.isEmpty() && vendor.keyRequired() && !Endpoints.loopback(base)) {
            throw new IllegalArgumentException(vendor.title() + " needs a key: call apiKey(...)"
                    + (vendor.keyVariables().isEmpty()
                            ? ""
                            : ", or set " + String.join(" or ", vendor.keyVariables())));
        }
        if (secret.isPresent() && base.getScheme().equals("http") && !Endpoints.privateNetwork(base) && !cleartext) {
            throw new IllegalArgumentException("the key would go to " + base.getHost()
                    + " without encryption; use https, or call allowCleartext()");
        }
        return secret;
    }

    private static Dialect dialect(Vendor vendor) {
        return switch (vendor.dialect()) {
            case "openai" -> new OpenAiDialect();
            case "ollama" -> new OllamaDialect();
            case "anthropic" -> new AnthropicDialect();
            default ->
                throw new IllegalArgumentException("vendor " + vendor.name() + " speaks \"" + vendor.dialect()
                        + "\"; known are openai, ollama and anthropic");
        };
    }

    private static String randomId() {
        byte[] bytes = new byte[16];
        IDS.nextBytes(bytes);
        return "alain-" + HexFormat.of().formatHex(bytes);
    }

    /** Connections and endpoint of the model that a builder came from. */
    private record Sharing(Lines lines, Endpoint endpoint) {}
}
