package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.chat.ChatDelta;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.chat.ResponseFormat;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.providers.vendor.ModelInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every endpoint does in every language, asked of servers that were not written together with the adapters. */
interface ProviderContract {
    /** The language. */
    Tongue tongue();

    /** Where the server is, without a path. */
    String server();

    /** Whether the server says, in this language, that it cut an answer. */
    default boolean tellsOfCuts() {
        return true;
    }

    /** Whether the server knows the paths of health and models in this language. */
    default boolean tellsOfItself() {
        return true;
    }

    /** Whether the server streams in this language. */
    default boolean streams() {
        return true;
    }

    private RemoteChatModel model() {
        return tongue().builder(server())
                .apiKey("test-key-123456")
                .resilience(ResiliencePolicy.builder()
                        .firstBackoff(Duration.ofMillis(5))
                        .build())
                .build();
    }

    private static ChatRequest question(String words) {
        return ChatRequest.builder()
                .message(Message.user("Please " + words))
                .maxOutputTokens(200)
                .build();
    }

    private <E extends ChatException> E fails(Class<E> kind, String words) {
        try (RemoteChatModel model = model()) {
            E failure = catchThrowableOfType(kind, () -> model.chat(question(words)));
            assertThat(failure).isNotNull();
            return failure;
        }
    }

    @Test
    default void answers() {
        try (RemoteChatModel model = model()) {
            ChatReply reply = model.chat(question("say hello"));

            assertThat(reply.text()).isEqualTo("Hello from the other side");
            assertThat(reply.finishReason().name()).isEqualTo("stop");
            assertThat(reply.attempts()).isEqualTo(1);
        }
    }

    @Test
    default void answersInTheFuture() throws Exception {
        try (RemoteChatModel model = model()) {
            CompletableFuture<ChatReply> reply = model.chatAsync(question("say hello"), Runnable::run);

            assertThat(reply.get(10, TimeUnit.SECONDS).text()).isEqualTo("Hello from the other side");
        }
    }

    @Test
    default void answersInPieces() throws Exception {
        Assumptions.assumeTrue(streams());
        try (RemoteChatModel model = model()) {
            List<ChatDelta> deltas = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> end = new CompletableFuture<>();
            model.stream(question("say hello")).subscribe(new Collector(deltas, end));
            end.get(10, TimeUnit.SECONDS);

            StringBuilder text = new StringBuilder();
            deltas.forEach(delta -> text.append(delta.text()));
            assertThat(text).hasToString("Hello from the other side");
            assertThat(deltas.get(deltas.size() - 1).last().orElseThrow().text())
                    .isEqualTo("Hello from the other side");
        }
    }

    @Test
    default void setsThoughtsApart() {
        try (RemoteChatModel model = model()) {
            ChatReply reply = model.chat(question("think first"));

            assertThat(reply.text()).isEqualTo("blue");
            assertThat(reply.reasoning()).isEqualTo("Rayleigh scatters it");
        }
    }

    @Test
    default void answersInJson() {
        try (RemoteChatModel model = model()) {
            ChatReply reply = model.chat(question("give the title as JSON").toBuilder()
                    .responseFormat(ResponseFormat.json())
                    .build());

            assertThat(reply.text()).isEqualTo("{\"title\":\"Sky\"}");
        }
    }

    @Test
    default void answersByASchema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties").putObject("title").put("type", "string");
        schema.putArray("required").add("title");
        try (RemoteChatModel model = model()) {
            ChatReply reply = model.chat(question("give the title as JSON").toBuilder()
                    .responseFormat(new ResponseFormat.JsonSchema("title", schema))
                    .build());

            assertThat(reply.text()).isEqualTo("{\"title\":\"Sky\"}");
        }
    }

    @Test
    default void aCutAnswerIsAnError() {
        Assumptions.assumeTrue(tellsOfCuts());
        ChatException.OutputTruncated failure = fails(ChatException.OutputTruncated.class, "be cut");

        assertThat(failure.partialText()).isEqualTo("{\"title\":\"S");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    default void aWrongKeyIsRefusedOnce() {
        ChatException.Authentication failure = fails(ChatException.Authentication.class, "use the wrong key");

        assertThat(failure.statusCode()).hasValue(401);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    default void tooMuchIsTriedThreeTimes() {
        ChatException.RateLimited failure = fails(ChatException.RateLimited.class, "do too much");

        assertThat(failure.attempts()).isEqualTo(3);
    }

    @Test
    default void aHiccupPasses() {
        try (RemoteChatModel model = model()) {
            ChatReply reply = model.chat(question("try once more"));

            assertThat(reply.text()).isEqualTo("Better now");
            assertThat(reply.attempts()).isEqualTo(2);
        }
    }

    @Test
    default void listsItsModelsAndIsWell() {
        Assumptions.assumeTrue(tellsOfItself());
        try (RemoteChatModel model = model()) {
            assertThat(model.models()).extracting(ModelInfo::id).isNotEmpty().doesNotContain("");
            assertThat(model.health().up()).as(model.health().message()).isTrue();
        }
    }

    /** Collects a stream. */
    record Collector(List<ChatDelta> deltas, CompletableFuture<Void> end) implements Flow.Subscriber<ChatDelta> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ChatDelta delta) {
            deltas.add(delta);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
