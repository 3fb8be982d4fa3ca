package dev.alain.providers.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ollama's own chat. Its OpenAI-like surface can neither reserve context nor forbid that prompts are cut silently.
 *
 * <p>{@code shift} is left alone: changing it loads the model again.
 */
public final class OllamaDialect implements Dialect {
    @Override
    public URI base(URI given) {
        return URI.create(given.toString().replaceFirst("/(v1|api)$", ""));
    }

    @Override
    public String chatPath() {
        return "/api/chat";
    }

    @Override
    public String modelsPath() {
        return "/api/tags";
    }

    @Override
    public boolean jsonLines() {
        return true;
    }

    @Override
    public ObjectNode question(ChatRequest request, Asking asking) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", asking.model());
        SchemaInstruction.write(SchemaInstruction.added(request), body);
        body.put("stream", asking.stream()).put("truncate", false);
        asking.thinking().ifPresent(on -> body.put("think", on));
        shape(request, asking, body);
        ObjectNode options = body.putObject("options");
        if (asking.contextTokens() > 0) {
            options.put("num_ctx", asking.contextTokens());
        }
        if (asking.maxTokens() > 0) {
            options.put("num_predict", asking.maxTokens());
        }
        request.temperature().ifPresent(value -> options.put("temperature", value));
        request.topP().ifPresent(value -> options.put("top_p", value));
        request.seed().ifPresent(value -> options.put("seed", value));
        request.stop().forEach(stop -> options.withArray("stop").add(stop));
        extra(asking.extra(), body, options);
        return body;
    }

    @Override
    public void read(JsonNode piece, ReplyDraft draft) throws AnswerError {
        if (FailureClassifier.isError(piece)) {
            throw new AnswerError(piece);
        }
        JsonNode message = piece.path("message");
        if (!message.isObject() && !piece.path("done").asBoolean()) {
            throw new AnswerError(FailureKind.UNEXPECTED, "the answer has no message");
        }
        draft.text(message.path("content").asText(""));
        draft.reasoning(message.path("thinking")
                .asText(message.path("reasoning_content").asText("")));
        if (!message.path("tool_calls").isEmpty()) {
            draft.asksForTool();
        }
        draft.origin(piece.path("model").asText(""), "");
        draft.cost(piece.path("prompt_eval_count"), piece.path("eval_count"), JsonNodeFactory.instance.missingNode());
        draft.keep(piece, "message");
        if (piece.path("done").asBoolean()) {
            draft.finish(piece.path("done_reason").asText("stop"));
            draft.ends();
        }
    }

    @Override
    public Optional<Asking> otherwise(Failure failure, ChatRequest request, Asking asked) {
        String message = failure.message().toLowerCase(Locale.ROOT);
        boolean about = failure.kind() == FailureKind.INVALID_REQUEST || failure.kind() == FailureKind.SERVER;
        if (about && asked.thinking().isPresent() && message.contains("think")) {
            return Optional.of(asked.withThinking(Optional.empty()));
        }
        boolean shape = message.contains("format") || message.contains("grammar") || message.contains("schema");
        return about && shape ? weaker(request, asked) : Optional.empty();
    }

    @Override
    public StructuredOutput heldBy(ChatRequest request, Asking asking) {
        if (request.responseFormat() instanceof ResponseFormat.Text || asking.way() == StructuredOutput.PROMPT) {
            return StructuredOutput.PROMPT;
        }
        boolean schema = request.responseFormat() instanceof ResponseFormat.JsonSchema;
        return schema && asking.way() == StructuredOutput.JSON_SCHEMA
                ? StructuredOutput.JSON_SCHEMA
                : StructuredOutput.JSON_OBJECT;
    }

    @Override
    public List<ModelInfo> models(JsonNode list, Vendor vendor) {
        List<ModelInfo> models = new ArrayList<>();
        for (JsonNode entry : list.path("models")) {
            String id = entry.path("model").asText(entry.path("name").asText(""));
            models.add(new ModelInfo(id, OptionalInt.empty(), entry));
        }
        return models;
    }

    @Override
    public Optional<Inquiry> inquiry(String model) {
        return Optional.of(
                new Inquiry("/api/show", JsonNodeFactory.instance.objectNode().put("model", model)));
    }

    @Override
    public OptionalInt contextLength(JsonNode answer) {
        for (Map.Entry<String, JsonNode> fact : answer.path("model_info").properties()) {
            if (fact.getKey().endsWith(".context_length") && fact.getValue().canConvertToInt()) {
                return OptionalInt.of(fact.getValue().asInt());
            }
        }
        return OptionalInt.empty();
    }

    private void shape(ChatRequest request, Asking asking, ObjectNode body) {
        StructuredOutput held = heldBy(request, asking);
        if (held == StructuredOutput.JSON_SCHEMA
                && request.responseFormat() instanceof ResponseFormat.JsonSchema schema) {
            body.set("format", schema.schema());
        } else if (held == StructuredOutput.JSON_OBJECT) {
            body.put("format", "json");
        }
    }

    /** Options go where options are. */
    private static void extra(ObjectNode extra, ObjectNode body, ObjectNode options) {
        for (Map.Entry<String, JsonNode> field : extra.properties()) {
            if (field.getKey().equals("options") && field.getValue() instanceof ObjectNode more) {
                options.setAll(more);
            } else {
                body.set(field.getKey(), field.getValue());
            }
        }
    }
}
