package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.vendor.ModelInfo;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A language that vendors speak: how a question is written and an answer read. Stateless. */
public interface Dialect {
    /** The base URL as this language wants it, from what people write. */
    default URI base(URI given) {
        return given;
    }

    /** The path of questions, behind the base URL. */
    String chatPath();

    /** The path of the list of models, behind the base URL. */
    String modelsPath();

    /** The headers that carry a key. */
    default Map<String, String> keyHeaders(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    /** A question. */
    ObjectNode question(ChatRequest request, Asking asking);

    /**
     * Takes an answer, or a piece of one, into the draft.
     *
     * @throws AnswerError if the piece says that the call failed
     */
    void read(JsonNode piece, ReplyDraft draft) throws AnswerError;

    /** Whether the answer will come as the arguments of a tool that the question made up. */
    default boolean answersByTool(ChatRequest request, Asking asking) {
        return false;
    }

    /** A whole answer in the words of the request, where the question had to bend them. */
    default ChatReply finished(ChatReply reply, ChatRequest request, Asking asking) {
        return reply;
    }

    /** Whether pieces come as lines of JSON instead of server-sent events. */
    default boolean jsonLines() {
        return false;
    }

    /** Another way of asking that may work after this failure; empty when there is none. */
    Optional<Asking> otherwise(Failure failure, ChatRequest request, Asking asked);

    /** How this question really holds the model to a shape. */
    StructuredOutput heldBy(ChatRequest request, Asking asking);

    /** A way that holds the model less, and writes another question; empty when this one does not hold it at all. */
    default Optional<Asking> weaker(ChatRequest request, Asking asked) {
        StructuredOutput held = heldBy(request, asked);
        Optional<Asking> next = held == StructuredOutput.PROMPT ? Optional.empty() : asked.oneRungDown();
        while (next.isPresent() && heldBy(request, next.get()) == held) {
            next = next.get().oneRungDown();
        }
        return next;
    }

    /** The models of a list. */
    List<ModelInfo> models(JsonNode list, Vendor vendor);

    /** A question about the model itself, to be put once; empty when the language has none. */
    default Optional<Inquiry> inquiry(String model) {
        return Optional.empty();
    }

    /**
     * A question about a model.
     *
     * @param path behind the base URL
     * @param body what to send
     */
    record Inquiry(String path, ObjectNode body) {}

    /** The context length in the answer to {@link #inquiry}. */
    default OptionalInt contextLength(JsonNode answer) {
        return OptionalInt.empty();
    }
}
