package dev.alain.chat;

import java.util.Objects;
import java.util.concurrent.Flow;

/** Gives a chat model an identity. */
record NamedChatModel(String id, ChatModel model) implements ChatModel {
    NamedChatModel {
        Objects.requireNonNull(model, "model");
        if (id.isBlank() || id.contains("://")) {
            throw new IllegalArgumentException(
                    "a chat model's id is a name such as ollama:qwen3:8b, not \"" + id + "\"");
        }
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return model.chat(request);
    }

    @Override
    public Flow.Publisher<ChatDelta> stream(ChatRequest request) {
        return model.stream(request);
    }

    @Override
    public Capabilities capabilities() {
        return model.capabilities();
    }

    @Override
    public void close() {
        model.close();
    }
}
