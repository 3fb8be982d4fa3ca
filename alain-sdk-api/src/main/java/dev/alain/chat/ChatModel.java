package dev.alain.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/**
 * An adapter to a language model: messages in, text out.
 *
 * <p>A lambda will do: {@code request -> ChatReply.of("…")}. Implementations are called from many threads.
 */
@FunctionalInterface
public interface ChatModel extends AutoCloseable {
    /**
     * Asks and waits. Interrupting the thread cancels the call.
     *
     * @throws ChatException if there is no answer
     */
    ChatReply chat(ChatRequest request);

    /** Asks on an executor; cancelling the future interrupts the call. */
    default CompletableFuture<ChatReply> chatAsync(ChatRequest request, Executor executor) {
        InterruptibleCall call = new InterruptibleCall(this, request);
        executor.execute(call);
        return call.future();
    }

    /** Asks for an answer in pieces; by default the whole answer comes as the only piece. */
    default Flow.Publisher<ChatDelta> stream(ChatRequest request) {
        return subscriber -> {
            SubmissionPublisher<ChatDelta> publisher = new SubmissionPublisher<>(Runnable::run, 1);
            publisher.subscribe(subscriber);
            try {
                ChatReply reply = chat(request);
                publisher.submit(new ChatDelta(reply.text(), reply.reasoning(), Optional.of(reply)));
                publisher.close();
            } catch (ChatException e) {
                publisher.closeExceptionally(e);
            }
        };
    }

    /** What the model can do. */
    default Capabilities capabilities() {
        return Capabilities.UNKNOWN;
    }

    /**
     * Who answers, such as {@code ollama:qwen3:8b}: part of the keys of stored results, so never a URL or a key.
     *
     * @return empty for a model without identity, whose results are not used again by other runs
     */
    default String id() {
        return "";
    }

    /** Gives up connections and threads; does nothing by default. */
    @Override
    default void close() {}

    /** A model with an identity. */
    static ChatModel named(String id, ChatModel model) {
        return new NamedChatModel(id, model);
    }
}
