package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a question is put: what the request leaves open, and what an endpoint has taught us so far. Immutable. */
public final class Asking {
    private final Vendor vendor;
    private final String model;
    private final ObjectNode extra;
    private StructuredOutput way;
    private boolean stream;
    private String tokenField;
    private int maxTokens;
    private boolean sampling = true;
    private boolean streamUsage = true;
    private @Nullable Boolean thinking;
    private int contextTokens;

    private Asking(Vendor vendor, String model, ObjectNode extra, StructuredOutput way, String tokenField) {
        this.vendor = vendor;
        this.model = model;
        this.extra = extra;
        this.way = way;
        this.tokenField = tokenField;
    }

    /** As the vendor's profile has it. */
    public static Asking first(Vendor vendor, String model, ObjectNode extra) {
        StructuredOutput best = vendor.structuredOutput().stream().findFirst().orElse(StructuredOutput.PROMPT);
        return new Asking(vendor, model, extra, best, vendor.tokenField());
    }

    /** Whose endpoint it is. */
    public Vendor vendor() {
        return vendor;
    }

    /** The model's name. */
    public String model() {
        return model;
    }

    /** Fields that are sent as they are. */
    public ObjectNode extra() {
        return extra;
    }

    /** How the model is held to a shape. */
    public StructuredOutput way() {
        return way;
    }

    /** Whether the answer shall come in pieces. */
    public boolean stream() {
        return stream;
    }

    /** The field that bounds the answer. */
    public String tokenField() {
        return tokenField;
    }

    /** The most tokens of the answer; 0 when nobody says. */
    public int maxTokens() {
        return maxTokens;
    }

    /** Whether temperature and the like are accepted. */
    public boolean sampling() {
        return sampling;
    }

    /** Whether a stream may be asked for its cost. */
    public boolean streamUsage() {
        return streamUsage;
    }

    /** Whether the model shall think; empty for its own way. */
    public Optional<Boolean> thinking() {
        return Optional.ofNullable(thinking);
    }

    /** The context to reserve, where a request says so; 0 for none. */
    public int contextTokens() {
        return contextTokens;
    }

    /** Held to the shape in another way. */
    public Asking withWay(StructuredOutput value) {
        return with(copy -> copy.way = value);
    }

    /** In pieces or whole. */
    public Asking withStream(boolean value) {
        return with(copy -> copy.stream = value);
    }

    /** With another name for the bound. */
    public Asking withTokenField(String value) {
        return with(copy -> copy.tokenField = value);
    }

    /** With another bound. */
    public Asking withMaxTokens(int value) {
        return with(copy -> copy.maxTokens = value);
    }

    /** Without temperature and the like. */
    public Asking withoutSampling() {
        return with(copy -> copy.sampling = false);
    }

    /** Without asking a stream for its cost. */
    public Asking withoutStreamUsage() {
        return with(copy -> copy.streamUsage = false);
    }

    /** Thinking or not; empty for the model's own way. */
    public Asking withThinking(Optional<Boolean> value) {
        return with(copy -> copy.thinking = value.orElse(null));
    }

    /** With so much context. */
    public Asking withContextTokens(int value) {
        return with(copy -> copy.contextTokens = value);
    }

    /** The next weaker way to hold the model to a shape, if there is one. */
    public Optional<Asking> oneRungDown() {
        if (way == StructuredOutput.PROMPT) {
            return Optional.empty();
        }
        int next = vendor.structuredOutput().indexOf(way) + 1;
        return Optional.of(withWay(
                next < vendor.structuredOutput().size()
                        ? vendor.structuredOutput().get(next)
                        : StructuredOutput.PROMPT));
    }

    /** What this way teaches, without what was meant for one request. */
    public Asking lesson() {
        return withMaxTokens(0).withStream(false).withContextTokens(0);
    }

    private Asking with(Consumer<Asking> change) {
        Asking copy = new Asking(vendor, model, extra, way, tokenField);
        copy.stream = stream;
        copy.maxTokens = maxTokens;
        copy.sampling = sampling;
        copy.streamUsage = streamUsage;
        copy.thinking = thinking;
        copy.contextTokens = contextTokens;
        change.accept(copy);
        return copy;
    }
}
