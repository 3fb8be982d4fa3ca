package dev.alain.providers.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.net.HttpTimeouts;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vendor, as data: where it is, which language it speaks, what it can do. Immutable.
 *
 * <p>A vendor that speaks the language of OpenAI is a few lines:
 *
 * <pre>{@code
 * Vendor groq = Vendor.builder("groq")
 *         .baseUrl("https://api.groq.com/openai/v1")
 *         .keyVariables("GROQ_API_KEY")
 *         .structuredOutput(StructuredOutput.JSON_OBJECT)
 *         .build();
 * }</pre>
 *
 * <p>The vendors that come with the SDK are JSON files of the same fields; see {@link Vendors}.
 */
public final class Vendor {
    private final String name;
    private final String title;
    private final String dialect;
    private final @Nullable URI baseUrl;
    private final List<String> baseUrlVariables;
    private final List<String> keyVariables;
    private final boolean keyRequired;
    private final boolean local;
    private final String tokenField;
    private final List<StructuredOutput> structuredOutput;
    private final boolean strictSchema;
    private final boolean streaming;
    private final String contextPointer;
    private final String healthPath;
    private final int concurrency;
    private final int answerTokens;
    private final HttpTimeouts timeouts;
    private final ObjectNode thinking;
    private final Map<String, String> headers;

    Vendor(VendorBuilder builder) {
        this.name = builder.name;
        this.title = builder.title.isEmpty() ? builder.name : builder.title;
        this.dialect = builder.dialect;
        this.baseUrl = builder.baseUrl;
        this.baseUrlVariables = List.copyOf(builder.baseUrlVariables);
        this.keyVariables = List.copyOf(builder.keyVariables);
        this.keyRequired = builder.keyRequired;
        this.local = builder.local;
        this.tokenField = builder.tokenField;
        this.structuredOutput = List.copyOf(builder.structuredOutput);
        this.strictSchema = builder.strictSchema;
        this.streaming = builder.streaming;
        this.contextPointer = builder.contextPointer;
        this.healthPath = builder.healthPath;
        this.concurrency = builder.concurrency();
        this.answerTokens = builder.answerTokens;
        this.timeouts = builder.timeouts();
        this.thinking = builder.thinking.deepCopy();
        this.headers = new LinkedHashMap<>(builder.headers);
        if (!name.matches("[a-z0-9][a-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "a vendor's name is lower case letters and digits, not \"" + name + "\"");
        }
    }

    /** A vendor that speaks the language of OpenAI until told otherwise. */
    public static VendorBuilder builder(String name) {
        return new VendorBuilder(name);
    }

    /**
     * A vendor from JSON.
     *
     * @throws IllegalArgumentException if a field is unknown or malformed
     */
    public static Vendor of(JsonNode fields) {
        return VendorFile.read(fields);
    }

    /** A builder that starts from this vendor. */
    public VendorBuilder toBuilder() {
        VendorBuilder builder = new VendorBuilder(name);
        builder.title = title;
        builder.dialect = dialect;
        builder.baseUrl = baseUrl;
        builder.baseUrlVariables = baseUrlVariables;
        builder.keyVariables = keyVariables;
        builder.keyRequired = keyRequired;
        builder.local = local;
        builder.tokenField = tokenField;
        builder.structuredOutput = structuredOutput;
        builder.strictSchema = strictSchema;
        builder.streaming = streaming;
        builder.contextPointer = contextPointer;
        builder.healthPath = healthPath;
        builder.concurrency = concurrency;
        builder.answerTokens = answerTokens;
        builder.timeouts = timeouts;
        builder.thinking = thinking;
        builder.headers = headers;
        return builder;
    }

    /** Its name in ids, options and metrics: lower case. */
    public String name() {
        return name;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** The language it speaks: {@code openai}, {@code ollama} or {@code anthropic}. */
    public String dialect() {
        return dialect;
    }

    /** Where it usually is. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** Settings that say where it is instead. */
    public List<String> baseUrlVariables() {
        return baseUrlVariables;
    }

    /** Settings that hold its key. */
    public List<String> keyVariables() {
        return keyVariables;
    }

    /** Whether it answers nobody without a key; never so on loopback. */
    public boolean keyRequired() {
        return keyRequired;
    }

    /** Whether it usually runs on a machine of one's own: patient time limits, few calls at once. */
    public boolean local() {
        return local;
    }

    /** The field that bounds the answer: {@code max_tokens} or {@code max_completion_tokens}. */
    public String tokenField() {
        return tokenField;
    }

    /** How it can be held to a shape, strongest first; asking in words is always the last. */
    public List<StructuredOutput> structuredOutput() {
        return structuredOutput;
    }

    /** Whether a schema must name every property as required and allow no others. */
    public boolean strictSchema() {
        return strictSchema;
    }

    /** Whether it can send answers in pieces. */
    public boolean streaming() {
        return streaming;
    }

    /** The JSON pointer of the context length in an entry of its list of models; empty when there is none. */
    public String contextPointer() {
        return contextPointer;
    }

    /** The path, from the root of the host, that says whether it is well; empty for its list of models. */
    public String healthPath() {
        return healthPath;
    }

    /** How many calls at once it bears. */
    public int concurrency() {
        return concurrency;
    }

    /** The most tokens of an answer to ask for when a request says nothing; 0 to leave it to the vendor. */
    public int answerTokens() {
        return answerTokens;
    }

    /** Its time limits; a total of zero is worked out from the length of the answer. */
    public HttpTimeouts timeouts() {
        return timeouts;
    }

    /** Fields that switch thinking off, with {@code false} where on would be {@code true}; empty when it cannot. */
    public ObjectNode thinking() {
        return thinking.deepCopy();
    }

    /** Headers that every request carries; none of them secret. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vendor vendor && VendorFile.write(this).equals(VendorFile.write(vendor));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, dialect);
    }

    @Override
    public String toString() {
        return "Vendor[" + name + "]";
    }

    /** The same as JSON; {@link #of} reads it. */
    public ObjectNode toJson() {
        return VendorFile.write(this);
    }

    static ObjectNode noFields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
