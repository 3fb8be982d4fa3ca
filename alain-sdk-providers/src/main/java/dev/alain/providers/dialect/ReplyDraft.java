package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatReply;
import dev.alain.chat.FinishReason;
import dev.alain.chat.TokenUsage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** An answer that is being put together from its pieces. Not thread-safe. */
public final class ReplyDraft {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final ObjectNode raw = JsonNodeFactory.instance.objectNode();
    private final boolean ownTool;
    private int textTaken;
    private int reasoningTaken;
    private String finish = "";
    private String model = "";
    private String id = "";
    private String headerId = "";
    private boolean tools;
    private boolean refused;
    private boolean complete;
    private OptionalLong input = OptionalLong.empty();
    private OptionalLong output = OptionalLong.empty();
    private OptionalLong thought = OptionalLong.empty();

    /** A draft; {@code ownTool} when the answer was asked for as the arguments of a tool. */
    public ReplyDraft(boolean ownTool) {
        this.ownTool = ownTool;
    }

    /** More of the answer. */
    public void text(String more) {
        text.append(more);
    }

    /** More of what the model thinks. */
    public void reasoning(String more) {
        reasoning.append(more);
    }

    /** Why it ended, in the vendor's word. */
    public void finish(String word) {
        finish = word;
    }

    /** Who answers, in which call. */
    public void origin(String vendorModel, String vendorId) {
        model = vendorModel.isEmpty() ? model : vendorModel;
        id = vendorId.isEmpty() ? id : vendorId;
    }

    /** The id of the call in a header; it counts more than one in the body. */
    public void requestId(String header) {
        headerId = header;
    }

    /** It asks for a tool. */
    public void asksForTool() {
        tools = true;
    }

    /** It is refused. */
    public void refuses() {
        refused = true;
    }

    /** Nothing more comes, says the vendor. */
    public void ends() {
        complete = true;
    }

    /** What it cost, as far as these are numbers. */
    public void cost(JsonNode inputTokens, JsonNode outputTokens, JsonNode reasoningTokens) {
        input = known(inputTokens, input);
        output = known(outputTokens, output);
        thought = known(reasoningTokens, thought);
    }

    /** Keeps the vendor's own fields, but not those that hold the text. */
    public void keep(JsonNode piece, String... textFields) {
        for (Map.Entry<String, JsonNode> field : piece.properties()) {
            raw.set(field.getKey(), field.getValue());
        }
        raw.remove(List.of(textFields));
    }

    /** Text since this was last asked. */
    public String newText() {
        int end = wholeCharacters(text);
        String more = text.substring(textTaken, end);
        textTaken = end;
        return more;
    }

    /** Reasoning since this was last asked. */
    public String newReasoning() {
        int end = wholeCharacters(reasoning);
        String more = reasoning.substring(reasoningTaken, end);
        reasoningTaken = end;
        return more;
    }

    /** Whether the vendor said why or that it ended; a stream that just stops was cut. */
    public boolean complete() {
        return complete || !finish.isEmpty();
    }

    /** Whether the vendor said that nothing more comes. */
    public boolean ended() {
        return complete;
    }

    /** Whether it asks for a tool that nobody offered. */
    public boolean wantsTool() {
        return tools && !ownTool;
    }

    /** Whether it is an answer by a tool of ours. */
    public boolean ownTool() {
        return ownTool;
    }

    /** Whether it was withheld. */
    public boolean refused() {
        return refused;
    }

    /** The cost so far. */
    public TokenUsage usage() {
        return new TokenUsage(input, output, thought);
    }

    /** The answer as it stands. */
    public ChatReply reply() {
        return ChatReply.of(text.toString())
                .withReasoning(reasoning.toString())
                .withFinishReason(reason())
                .withUsage(usage())
                .withOrigin(model, headerId.isEmpty() ? id : headerId, 1)
                .withRaw(raw);
    }

    private FinishReason reason() {
        if (refused) {
            return new FinishReason(FinishReason.CONTENT_FILTER.name(), finish);
        }
        return switch (finish.toLowerCase(Locale.ROOT)) {
            case "stop", "end_turn", "stop_sequence", "eos", "eos_token", "complete" ->
                new FinishReason(FinishReason.STOP.name(), finish);
            case "length",
                    "max_tokens",
                    "max_length",
                    "max_output_tokens",
                    "model_length",
                    "model_context_window_exceeded" -> new FinishReason(FinishReason.LENGTH.name(), finish);
            case "content_filter", "refusal" -> new FinishReason(FinishReason.CONTENT_FILTER.name(), finish);
            case "tool_calls", "function_call", "tool_use" ->
                ownTool
                        ? new FinishReason(FinishReason.STOP.name(), finish)
                        : new FinishReason(FinishReason.TOOL_CALLS.name(), finish);
            default -> FinishReason.other(finish);
        };
    }

    /** The second half of a character may come with the next piece. */
    private static int wholeCharacters(StringBuilder text) {
        int length = text.length();
        return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    }

    private static OptionalLong known(JsonNode number, OptionalLong before) {
        return number.isIntegralNumber() && number.asLong() >= 0 ? OptionalLong.of(number.asLong()) : before;
    }
}
