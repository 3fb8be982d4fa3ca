package dev.alain.providers.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.net.HttpTimeouts;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds vendors; not thread-safe. */
public final class VendorBuilder {
    private static final HttpTimeouts CLOUD =
            new HttpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ZERO);
    /** A local server may have to load the model, and reads a long prompt slowly. */
    private static final HttpTimeouts LOCAL =
            new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(300), Duration.ofSeconds(120), Duration.ZERO);

    final String name;
    String title = "";
    String dialect = "openai";

    @Nullable
    URI baseUrl;

    List<String> baseUrlVariables = List.of();
    List<String> keyVariables = List.of();
    boolean keyRequired = true;
    boolean local;
    String tokenField = "max_tokens";
    List<StructuredOutput> structuredOutput = List.of();
    boolean strictSchema;
    boolean streaming = true;
    String contextPointer = "";
    String healthPath = "";
    int concurrency;
    int answerTokens;

    @Nullable
    HttpTimeouts timeouts;

    ObjectNode thinking = Vendor.noFields();
    Map<String, String> headers = Map.of();

    VendorBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** Its name for people; the plain name by default. */
    public VendorBuilder title(String value) {
        this.title = value;
        return this;
    }

    /** The language it speaks: {@code openai} (default), {@code ollama} or {@code anthropic}. */
    public VendorBuilder dialect(String value) {
        this.dialect = value;
        return this;
    }

    /** Where it usually is, version included: {@code https://host/v1}. */
    public VendorBuilder baseUrl(String value) {
        this.baseUrl = Endpoints.checked(value, "baseUrl of " + name);
        return this;
    }

    /** Settings that say where it is instead, the first one known counts. */
    public VendorBuilder baseUrlVariables(String... values) {
        this.baseUrlVariables = List.of(values);
        return this;
    }

    /** Settings that hold its key, the first one known counts. */
    public VendorBuilder keyVariables(String... values) {
        this.keyVariables = List.of(values);
        return this;
    }

    /** Whether it answers nobody without a key; true by default. */
    public VendorBuilder keyRequired(boolean value) {
        this.keyRequired = value;
        return this;
    }

    /** Whether it runs on a machine of one's own; false by default. Then no key is required. */
    public VendorBuilder local(boolean value) {
        this.local = value;
        this.keyRequired = !value;
        return this;
    }

    /** Patient as with a local server, but with what it demands of keys as it was. */
    public VendorBuilder patient() {
        this.local = true;
        this.timeouts = null;
        return this;
    }

    /** The field that bounds the answer; {@code max_tokens} by default. */
    public VendorBuilder tokenField(String value) {
        this.tokenField = value;
        return this;
    }

    /** How it can be held to a shape, strongest first; by words alone by default. */
    public VendorBuilder structuredOutput(StructuredOutput... values) {
        this.structuredOutput = List.of(values);
        return this;
    }

    /** Whether a schema must name every property as required; false by default. */
    public VendorBuilder strictSchema(boolean value) {
        this.strictSchema = value;
        return this;
    }

    /** Whether it can send answers in pieces; true by default. */
    public VendorBuilder streaming(boolean value) {
        this.streaming = value;
        return this;
    }

    /** Where an entry of its list of models has the context length, such as {@code /max_model_len}. */
    public VendorBuilder contextPointer(String value) {
        this.contextPointer = value;
        return this;
    }

    /** The path, from the root of the host, that says whether it is well; its list of models by default. */
    public VendorBuilder healthPath(String value) {
        this.healthPath = value;
        return this;
    }

    /** How many calls at once it bears; 8 by default, 4 when local. */
    public VendorBuilder concurrency(int value) {
        this.concurrency = value;
        return this;
    }

    /** The most tokens of an answer when a request says nothing; 0, the default, leaves it to the vendor. */
    public VendorBuilder answerTokens(int value) {
        this.answerTokens = value;
        return this;
    }

    /** Its time limits; cloud 10 s, 60 s, 60 s, local 5 s, 300 s, 120 s, and a total by the length of the answer. */
    public VendorBuilder timeouts(HttpTimeouts value) {
        this.timeouts = value;
        return this;
    }

    /** Fields that switch thinking off, with {@code false} where on would be {@code true}. */
    public VendorBuilder thinking(ObjectNode value) {
        this.thinking = value.deepCopy();
        return this;
    }

    /** A header that every request carries; not for keys. */
    public VendorBuilder header(String headerName, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(headerName, value);
        this.headers = more;
        return this;
    }

    /**
     * The vendor.
     *
     * @throws IllegalArgumentException if the name is malformed
     */
    public Vendor build() {
        return new Vendor(this);
    }

    int concurrency() {
        return concurrency > 0 ? concurrency : local ? 4 : 8;
    }

    HttpTimeouts timeouts() {
        return timeouts != null ? timeouts : local ? LOCAL : CLOUD;
    }
}
