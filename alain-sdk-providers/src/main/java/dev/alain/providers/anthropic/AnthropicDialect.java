package dev.alain.providers.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.chat.ResponseFormat;
import dev.alain.providers.dialect.AnswerError;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.dialect.Dialect;
import dev.alain.providers.dialect.ReplyDraft;
import dev.alain.providers.dialect.SchemaInstruction;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureClassifier;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.vendor.ModelInfo;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Anthropic's messages. A schema is asked for as the arguments of the one tool that the model must call. */
public final class AnthropicDialect implements Dialect {
    /** The API demands a bound. */
    private static final int TOKENS = 4_096;

    @Override
    public URI base(URI given) {
        String text = given.toString();
        return text.endsWith("/v1") ? given : URI.create(text + "/v1");
    }

    @Override
    public String chatPath() {
        return "/messages";
    }

    @Override
    public String modelsPath() {
        return "/models?limit=1000";
    }

    @Override
    public Map<String, String> keyHeaders(String key) {
        return Map.of("x-api-key", key);
    }

    @Override
    public ObjectNode question(ChatRequest request, Asking asking) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", asking.model());
        body.put("max_tokens", asking.maxTokens() > 0 ? asking.maxTokens() : TOKENS);
        List<Message> messages = SchemaInstruction.added(request);
        String system = messages.stream()
                .filter(message -> message.role().equals("system"))
                .map(Message::text)
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        SchemaInstruction.write(
                messages.stream()
                        .filter(message -> !message.role().equals("system"))
                        .toList(),
                body);
        if (asking.sampling()) {
            request.temperature().ifPresent(value -> body.put("temperature", Math.min(1, value)));
            request.topP().ifPresent(value -> body.put("top_p", value));
        }
        request.stop().forEach(stop -> body.withArray("stop_sequences").add(stop));
        if (answersByTool(request, asking) && request.responseFormat() instanceof ResponseFormat.JsonSchema schema) {
            body.withArray("tools").addObject().put("name", schema.name()).set("input_schema", schema.schema());
            body.putObject("tool_choice").put("type", "tool").put("name", schema.name());
        }
        if (asking.stream()) {
            body.put("stream", true);
        }
        body.setAll(asking.extra());
        return body;
    }

    @Override
    public boolean answersByTool(ChatRequest request, Asking asking) {
        return request.responseFormat() instanceof ResponseFormat.JsonSchema schema
                && asking.way() == StructuredOutput.JSON_SCHEMA
                && schema.schema().path("type").asText().equals("object");
    }

    @Override
    public void read(JsonNode piece, ReplyDraft draft) throws AnswerError {
        if (FailureClassifier.isError(piece) || piece.path("type").asText().equals("error")) {
            throw new AnswerError(piece);
        }
        switch (piece.path("type").asText()) {
            case "message" -> whole(piece, draft);
            case "message_start" -> start(piece.path("message"), draft);
            case "content_block_start" -> block(piece.path("content_block"), draft);
            case "content_block_delta" -> block(piece.path("delta"), draft);
            case "message_delta" -> {
                finish(piece.path("delta"), draft);
                cost(piece.path("usage"), draft);
            }
            case "message_stop" -> draft.ends();
            case "ping", "content_block_stop" -> {}
            default -> {
                if (!piece.has("type")) {
                    throw new AnswerError(FailureKind.UNEXPECTED, "the answer is no message");
                }
            }
        }
    }

    @Override
    public Optional<Asking> otherwise(Failure failure, ChatRequest request, Asking asked) {
        if (failure.kind() != FailureKind.INVALID_REQUEST) {
            return Optional.empty();
        }
        String message = failure.message();
        if (asked.sampling() && (message.contains("temperature") || message.contains("top_p"))) {
            return Optional.of(asked.withoutSampling());
        }
        return message.contains("tool") || message.contains("schema") ? weaker(request, asked) : Optional.empty();
    }

    @Override
    public StructuredOutput heldBy(ChatRequest request, Asking asking) {
        return answersByTool(request, asking) ? StructuredOutput.JSON_SCHEMA : StructuredOutput.PROMPT;
    }

    @Override
    public List<ModelInfo> models(JsonNode list, Vendor vendor) {
        List<ModelInfo> models = new ArrayList<>();
        for (JsonNode entry : list.path("data")) {
            JsonNode length = entry.path("max_input_tokens");
            models.add(ModelInfo.of(entry.path("id").asText(), length, entry));
        }
        return models;
    }

    private static void whole(JsonNode message, ReplyDraft draft) {
        start(message, draft);
        for (JsonNode block : message.path("content")) {
            block(block, draft);
            if (draft.ownTool()
                    && block.path("input").isObject()
                    && block.path("input").isEmpty()) {
                draft.text("{}");
            }
        }
        finish(message, draft);
        draft.ends();
    }

    private static void start(JsonNode message, ReplyDraft draft) {
        draft.origin(message.path("model").asText(""), message.path("id").asText(""));
        draft.keep(message, "content");
        cost(message.path("usage"), draft);
    }

    private static void block(JsonNode block, ReplyDraft draft) {
        switch (block.path("type").asText()) {
            case "text", "text_delta" -> draft.text(block.path("text").asText(""));
            case "thinking", "thinking_delta" ->
                draft.reasoning(block.path("thinking").asText(""));
            case "input_json_delta" ->
                draft.text(draft.ownTool() ? block.path("partial_json").asText("") : "");
            case "tool_use" -> {
                draft.asksForTool();
                if (draft.ownTool() && !block.path("input").isEmpty()) {
                    draft.text(block.path("input").toString());
                }
            }
            default -> {}
        }
    }

    private static void finish(JsonNode holder, ReplyDraft draft) {
        if (holder.path("stop_reason").isTextual()) {
            draft.finish(holder.path("stop_reason").asText());
        }
    }

    /** What was read from or written to a cache is paid for too. */
    private static void cost(JsonNode usage, ReplyDraft draft) {
        JsonNode input = usage.path("input_tokens");
        if (input.isIntegralNumber()) {
            long cached = usage.path("cache_read_input_tokens").asLong(0)
                    + usage.path("cache_creation_input_tokens").asLong(0);
            input = JsonNodeFactory.instance.numberNode(input.asLong() + cached);
        }
        draft.cost(input, usage.path("output_tokens"), JsonNodeFactory.instance.missingNode());
    }
}
