package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.util.Optional;

/**
 * How a question is put: what the request leaves open, and what an endpoint has taught us so far.
 *
 * @param vendor whose endpoint it is
 * @param model the model's name
 * @param way how the model is held to a shape
 * @param stream whether the answer shall come in pieces
 * @param tokenField the field that bounds the answer
 * @param maxTokens the most tokens of the answer; 0 when nobody says
 * @param sampling whether temperature and the like are accepted
 * @param streamUsage whether a stream may be asked for its cost
 * @param thinking whether the model shall think; empty for its own way
 * @param contextTokens the context to reserve, where a request says so; 0 for none
 * @param extra fields that are sent as they are
 */
public record Asking(
        Vendor vendor,
        String model,
        StructuredOutput way,
        boolean stream,
        String tokenField,
        int maxTokens,
        boolean sampling,
        boolean streamUsage,
        Optional<Boolean> thinking,
        int contextTokens,
        ObjectNode extra) {
    /** As the vendor's profile has it. */
    public static Asking first(Vendor vendor, String model, ObjectNode extra) {
        StructuredOutput best = vendor.structuredOutput().stream().findFirst().orElse(StructuredOutput.PROMPT);
        return new Asking(vendor, model, best, false, vendor.tokenField(), 0, true, true, Optional.empty(), 0, extra);
    }

    /** Held to the shape in another way. */
    public Asking withWay(StructuredOutput value) {
        return new Asking(
                vendor,
                model,
                value,
                stream,
                tokenField,
                maxTokens,
                sampling,
                streamUsage,
                thinking,
                contextTokens,
                extra);
    }

    /** In pieces or whole. */
    public Asking withStream(boolean value) {
        return new Asking(
                vendor,
                model,
                way,
                value,
                tokenField,
                maxTokens,
                sampling,
                streamUsage,
                thinking,
                contextTokens,
                extra);
    }

    /** With another name for the bound. */
    public Asking withTokenField(String value) {
        return new Asking(
                vendor, model, way, stream, value, maxTokens, sampling, streamUsage, thinking, contextTokens, extra);
    }

    /** With another bound. */
    public Asking withMaxTokens(int value) {
        return new Asking(
                vendor, model, way, stream, tokenField, value, sampling, streamUsage, thinking, contextTokens, extra);
    }

    /** Without temperature and the like. */
    public Asking withoutSampling() {
        return new Asking(
                vendor, model, way, stream, tokenField, maxTokens, false, streamUsage, thinking, contextTokens, extra);
    }

    /** Without asking a stream for its cost. */
    public Asking withoutStreamUsage() {
        return new Asking(
                vendor, model, way, stream, tokenField, maxTokens, sampling, false, thinking, contextTokens, extra);
    }

    /** Thinking or not; empty for the model's own way. */
    public Asking withThinking(Optional<Boolean> value) {
        return new Asking(
                vendor, model, way, stream, tokenField, maxTokens, sampling, streamUsage, value, contextTokens, extra);
    }

    /** With so much context. */
    public Asking withContextTokens(int value) {
        return new Asking(
                vendor, model, way, stream, tokenField, maxTokens, sampling, streamUsage, thinking, value, extra);
    }

    /** The next weaker way to hold the model to a shape, if there is one. */
    public Optional<Asking> weaker() {
        if (way == StructuredOutput.PROMPT) {
            return Optional.empty();
        }
        int at = vendor.structuredOutput().indexOf(way);
        StructuredOutput next = at + 1 < vendor.structuredOutput().size()
                ? vendor.structuredOutput().get(at + 1)
                : StructuredOutput.PROMPT;
        return Optional.of(withWay(next));
    }

    /** The first way of asking, with what was learned by this one and nothing that was meant for one request. */
    public Asking lesson() {
        return withMaxTokens(0).withStream(false).withContextTokens(0);
    }
}
