package dev.alain.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Objects;

/** The answer of a chat model. Immutable. */
public final class ChatReply {
    private final String text;
    private final String reasoning;
    private final FinishReason finishReason;
    private final TokenUsage usage;
    private final String model;
    private final String requestId;
    private final int attempts;
    private final JsonNode raw;

    private ChatReply(
            String text,
            String reasoning,
            FinishReason finishReason,
            TokenUsage usage,
            String model,
            String requestId,
            int attempts,
            JsonNode raw) {
        this.text = Objects.requireNonNull(text, "text");
        this.reasoning = Objects.requireNonNull(reasoning, "reasoning");
        this.finishReason = Objects.requireNonNull(finishReason, "finishReason");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.model = Objects.requireNonNull(model, "model");
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        this.attempts = attempts;
        this.raw = raw;
    }

    /** A complete answer. */
    public static ChatReply of(String text) {
        return new ChatReply(text, "", FinishReason.STOP, TokenUsage.UNKNOWN, "", "", 1, MissingNode.getInstance());
    }

    /** The answer itself. */
    public String text() {
        return text;
    }

    /** What the model thought before it answered; empty when it does not say. */
    public String reasoning() {
        return reasoning;
    }

    /** Why it ended. */
    public FinishReason finishReason() {
        return finishReason;
    }

    /** What it cost. */
    public TokenUsage usage() {
        return usage;
    }

    /** The model that answered, in the vendor's words; may be empty. */
    public String model() {
        return model;
    }

    /** The vendor's id of the call; may be empty. */
    public String requestId() {
        return requestId;
    }

    /** How many times it was asked, retries included. */
    public int attempts() {
        return attempts;
    }

    /**
     * What the vendor sent beside the text, in its own words: the body of the answer, or of a stream its last fields.
     *
     * @return a missing node when there is nothing
     */
    public JsonNode raw() {
        return raw.deepCopy();
    }

    /** The same answer with another text. */
    public ChatReply withText(String answer) {
        return new ChatReply(answer, reasoning, finishReason, usage, model, requestId, attempts, raw);
    }

    /** The same answer with what the vendor sent beside the text. */
    public ChatReply withRaw(JsonNode fields) {
        return new ChatReply(text, reasoning, finishReason, usage, model, requestId, attempts, fields.deepCopy());
    }

    /** The same answer with what the model thought. */
    public ChatReply withReasoning(String thought) {
        return new ChatReply(text, thought, finishReason, usage, model, requestId, attempts, raw);
    }

    /** The same answer with another end. */
    public ChatReply withFinishReason(FinishReason reason) {
        return new ChatReply(text, reasoning, reason, usage, model, requestId, attempts, raw);
    }

    /** The same answer with its cost. */
    public ChatReply withUsage(TokenUsage cost) {
        return new ChatReply(text, reasoning, finishReason, cost, model, requestId, attempts, raw);
    }

    /** The same answer with who gave it, in which call, after how many attempts. */
    public ChatReply withOrigin(String vendorModel, String vendorRequestId, int asked) {
        return new ChatReply(text, reasoning, finishReason, usage, vendorModel, vendorRequestId, asked, raw);
    }

    @Override
    public String toString() {
        return "ChatReply[" + text.length() + " characters, " + finishReason.name() + ", " + model + "]";
    }
}
