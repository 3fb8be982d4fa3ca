package dev.alain.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chat completions, as OpenAI defined them and most servers answer them. */
public final class OpenAiDialect implements Dialect {
    /** Servers have called what the model thinks by these names. */
    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "thinking");

    /** A refusal of a field, in the words of several servers. */
    private static final List<String> REFUSAL_WORDS =
            List.of("nsupported", "not supported", "not permitted", "nrecognized", "nknown", "nvalid param");

    /** A refusal that holds one of these is about the shape of the answer. */
    private static final List<String> SHAPE_WORDS = List.of("response_format", "schema", "json_object", "grammar");

    @Override
    public String chatPath() {
        return "/chat/completions";
    }

    @Override
    public String modelsPath() {
        return "/models";
    }

    @Override
    public ObjectNode question(ChatRequest request, Asking asking) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", asking.model());
        SchemaInstruction.write(SchemaInstruction.added(request), body);
        if (asking.sampling()) {
            request.temperature().ifPresent(value -> body.put("temperature", value));
            request.topP().ifPresent(value -> body.put("top_p", value));
        }
        if (asking.maxTokens() > 0) {
            body.put(asking.tokenField(), asking.maxTokens());
        }
        request.seed().ifPresent(value -> body.put("seed", value));
        request.stop().forEach(stop -> body.withArray("stop").add(stop));
        shape(request, asking, body);
        if (asking.stream()) {
            body.put("stream", true);
            if (asking.streamUsage()) {
                body.putObject("stream_options").put("include_usage", true);
            }
        }
        asking.thinking().ifPresent(on -> body.setAll(Thinking.fields(asking.vendor(), on)));
        body.setAll(asking.extra());
        return body;
    }

    @Override
    public void read(JsonNode piece, ReplyDraft draft) throws AnswerError {
        if (FailureClassifier.isError(piece)) {
            throw new AnswerError(piece);
        }
        JsonNode usage = piece.path("usage");
        draft.cost(
                usage.path("prompt_tokens"),
                usage.path("completion_tokens"),
                usage.path("completion_tokens_details").path("reasoning_tokens"));
        draft.origin(piece.path("model").asText(""), piece.path("id").asText(""));
        draft.keep(piece, "choices");
        JsonNode choices = piece.path("choices");
        boolean whole = piece.path("object").asText("").equals("chat.completion");
        if (!choices.isArray() && !piece.has("usage") || whole && choices.isEmpty()) {
            throw new AnswerError(FailureKind.UNEXPECTED, "the answer has no choices");
        }
        for (JsonNode choice : choices) {
            if (choice.path("index").asInt(0) == 0) {
                choice(choice, draft);
            }
        }
    }

    @Override
    public ChatReply finished(ChatReply reply, ChatRequest request, Asking asking) {
        boolean strict = asking.vendor().strictSchema() && asking.way() == StructuredOutput.JSON_SCHEMA;
        return strict && request.responseFormat() instanceof ResponseFormat.JsonSchema wanted
                ? reply.withText(OptionalNulls.dropped(reply.text(), wanted.schema()))
                : reply;
    }

    @Override
    public Optional<Asking> otherwise(Failure failure, ChatRequest request, Asking asked) {
        if (failure.kind() == FailureKind.CONTEXT_EXCEEDED) {
            return Overflow.shorter(failure.message(), asked);
        }
        if (failure.kind() != FailureKind.INVALID_REQUEST) {
            return Optional.empty();
        }
        String message = failure.message();
        boolean refused = failure.code().startsWith("unsupported")
                || REFUSAL_WORDS.stream().anyMatch(message::contains);
        if (refused && asked.maxTokens() > 0 && rejected(message, asked.tokenField())) {
            return Optional.of(asked.withTokenField(other(asked.tokenField())));
        }
        if (refused && asked.sampling() && (message.contains("temperature") || message.contains("top_p"))) {
            return Optional.of(asked.withoutSampling());
        }
        if (asked.stream() && asked.streamUsage() && message.contains("stream_options")) {
            return Optional.of(asked.withoutStreamUsage());
        }
        boolean shape = failure.code().equals("json_validate_failed")
                || SHAPE_WORDS.stream().anyMatch(message::contains);
        return shape ? weaker(request, asked) : Optional.empty();
    }

    @Override
    public StructuredOutput heldBy(ChatRequest request, Asking asking) {
        ResponseFormat format = request.responseFormat();
        if (format instanceof ResponseFormat.Text || asking.way() == StructuredOutput.PROMPT) {
            return StructuredOutput.PROMPT;
        }
        if (format instanceof ResponseFormat.JsonSchema && asking.way() == StructuredOutput.JSON_SCHEMA) {
            return StructuredOutput.JSON_SCHEMA;
        }
        boolean jsonMode = asking.vendor().structuredOutput().contains(StructuredOutput.JSON_OBJECT);
        return jsonMode ? StructuredOutput.JSON_OBJECT : StructuredOutput.PROMPT;
    }

    @Override
    public List<ModelInfo> models(JsonNode list, Vendor vendor) {
        List<ModelInfo> models = new ArrayList<>();
        String pointer = vendor.contextPointer().isEmpty() ? "/max_model_len" : vendor.contextPointer();
        for (JsonNode entry : list.isArray() ? list : list.path("data")) {
            JsonNode length = entry.at(pointer);
            if (entry.path("id").asText().isEmpty()) {
                continue;
            }
            models.add(ModelInfo.of(entry.path("id").asText(), length, entry));
        }
        return models;
    }

    /** The other field's name may stand in the advice, behind the one that was rejected. */
    private static boolean rejected(String message, String field) {
        int at = message.indexOf(field);
        int advice = message.indexOf(other(field));
        return at >= 0 && (advice < 0 || at < advice);
    }

    private static String other(String field) {
        return field.equals("max_tokens") ? "max_completion_tokens" : "max_tokens";
    }

    private void shape(ChatRequest request, Asking asking, ObjectNode body) {
        StructuredOutput held = heldBy(request, asking);
        if (held == StructuredOutput.JSON_SCHEMA
                && request.responseFormat() instanceof ResponseFormat.JsonSchema wanted) {
            boolean strict = asking.vendor().strictSchema() && WireSchema.canBeStrict(wanted.schema());
            ObjectNode shape =
                    body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            shape.put("name", wanted.name().replaceAll("[^A-Za-z0-9_-]", "_"));
            if (asking.vendor().strictSchema()) {
                shape.put("strict", strict);
            }
            shape.set("schema", strict ? WireSchema.strict(wanted.schema()) : wanted.schema());
        } else if (held == StructuredOutput.JSON_OBJECT) {
            body.putObject("response_format").put("type", "json_object");
        }
    }

    private static void choice(JsonNode choice, ReplyDraft draft) throws AnswerError {
        JsonNode message = choice.hasNonNull("delta") ? choice.path("delta") : choice.path("message");
        draft.text(text(message.path("content")));
        if (message.isMissingNode()) {
            draft.text(choice.path("text").asText(""));
        }
        for (String name : REASONING) {
            if (message.path(name).isTextual() && !message.path(name).asText().isEmpty()) {
                draft.reasoning(message.path(name).asText());
                break; // some servers send the same under two names
            }
        }
        if (message.path("refusal").isTextual()
                && !message.path("refusal").asText().isEmpty()) {
            draft.refuses();
            draft.text(message.path("refusal").asText());
        }
        if (!message.path("tool_calls").isEmpty()
                || message.path("function_call").isObject()) {
            draft.asksForTool();
        }
        if (choice.path("finish_reason").isTextual()) {
            if (choice.path("finish_reason").asText().equals("error")) {
                throw new AnswerError(choice);
            }
            draft.finish(choice.path("finish_reason").asText());
        }
    }

    /** A text, or the texts of a list of parts. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part ->
                text.append(part.isTextual() ? part.asText() : part.path("text").asText("")));
        return text.toString();
    }
}
