package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alain.chat.ChatDelta;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.observe.ChatListener;
import dev.alain.providers.observe.MicrometerChatListener;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import dev.alain.testkit.Received;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A model against a server that fails as told. Whatever happens, closing looks for the key in everything that came out:
 * exceptions with their causes, replies, events, metrics, log.
 */
final class Trial implements AutoCloseable {
    /** No exception, log line, metric or reply may hold it. */
    static final String CANARY = "sk-canary-7Qz9LmX2bT4vKp8W";

    static final ResiliencePolicy QUICK = ResiliencePolicy.builder()
            .firstBackoff(Duration.ofMillis(4))
            .longestBackoff(Duration.ofMillis(8))
            .build();
    static final HttpTimeouts SHORT = new HttpTimeouts(
            Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofSeconds(20));

    final Tongue tongue;
    final FaultServer server;
    final RemoteChatModel model;
    final List<String> seen = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private Trial(Tongue tongue, FaultServer server, UnaryOperator<RemoteChatModelBuilder> changes) {
        this.tongue = tongue;
        this.server = server;
        this.model = changes.apply(tongue.builder(server.uri().toString())
                        .apiKey(CANARY)
                        .resilience(QUICK)
                        .timeouts(SHORT)
                        .chance(() -> 1)
                        .listener(new Recorder())
                        .listener(new MicrometerChatListener(metrics)))
                .build();
    }

    static Trial of(Tongue tongue, Answer... answers) {
        return of(tongue, UnaryOperator.identity(), answers);
    }

    static Trial of(Tongue tongue, UnaryOperator<RemoteChatModelBuilder> changes, Answer... answers) {
        return new Trial(tongue, server(tongue, answers), changes);
    }

    /** Answers chats in turn; what Ollama is asked beside them is answered as it does. */
    private static FaultServer server(Tongue tongue, Answer... answers) {
        AtomicInteger next = new AtomicInteger();
        return FaultServer.routing(request -> {
            if (request.path().equals("/api/show")) {
                return Answer.json(200, "{\"model_info\":{\"test.context_length\":40960}}");
            }
            boolean chat = request.path().startsWith(tongue.path);
            return chat ? answers[Math.min(next.getAndIncrement(), answers.length - 1)] : Answer.json(404, "{}");
        });
    }

    ChatReply chat() {
        return chat(question(100));
    }

    ChatReply chat(ChatRequest request) {
        ChatReply reply = model.chat(request);
        seen.add(reply.text() + reply.reasoning() + reply.raw() + reply);
        return reply;
    }

    /** Asks, and expects this failure. */
    <E extends ChatException> E fails(Class<E> kind) {
        return fails(kind, question(100));
    }

    <E extends ChatException> E fails(Class<E> kind, ChatRequest request) {
        E failure = catchThrowableOfType(kind, () -> model.chat(request));
        assertThat(failure).as("the question was answered").isNotNull();
        seen.add(everything(failure));
        return failure;
    }

    /** A question whose answer is short enough not to be streamed. */
    static ChatRequest question(int tokens) {
        return ChatRequest.builder()
                .message(dev.alain.chat.Message.user("Why is the sky blue?"))
                .maxOutputTokens(tokens)
                .build();
    }

    /** How many questions arrived at the server. */
    int posts() {
        return questions().size();
    }

    List<Received> questions() {
        return server.requests().stream()
                .filter(request -> request.path().startsWith(tongue.path))
                .toList();
    }

    /** Streams to the end. */
    Listened stream() {
        Listened listened = new Listened();
        model.stream(question(100)).subscribe(listened);
        listened.await();
        if (listened.failure != null) {
            seen.add(everything(listened.failure));
        }
        return listened;
    }

    @Override
    public void close() {
        model.close();
        server.close();
        seen.add(model.toString());
        metrics.getMeters().forEach(meter -> seen.add(meter.getId().toString()));
        assertThat(LogCapture.leaks()).isEmpty();
        assertThat(String.join("\n", seen))
                .doesNotContain(CANARY)
                .doesNotContain(CANARY.substring(3))
                .doesNotContain(CANARY.substring(0, 14));
    }

    static String everything(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        if (failure instanceof ChatException known) {
            all.append(known.partialText()).append(known.requestId()).append(known.remedy());
        }
        return all.toString();
    }

    /** Writes down what a listener hears. */
    private final class Recorder implements ChatListener {
        @Override
        public void onRequest(CallInfo call) {
            seen.add("request " + call);
        }

        @Override
        public void onFirstToken(CallInfo call, Duration after) {
            seen.add("first token");
        }

        @Override
        public void onRetry(CallInfo call, int attempt, ChatException failure, boolean mayBePaid, Duration wait) {
            seen.add("retry " + attempt + (mayBePaid ? " paid? " : " free ") + everything(failure));
        }

        @Override
        public void onReply(CallInfo call, ChatReply reply, Duration took) {
            seen.add("reply " + reply);
        }

        @Override
        public void onFailure(CallInfo call, ChatException failure, Duration took) {
            seen.add("failure " + everything(failure));
        }
    }

    /** What a subscriber got. */
    static class Listened implements Flow.Subscriber<ChatDelta> {
        final List<ChatDelta> deltas = new CopyOnWriteArrayList<>();
        final AtomicInteger ends = new AtomicInteger();
        final CountDownLatch over = new CountDownLatch(1);
        volatile Throwable failure;
        volatile Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(ChatDelta delta) {
            deltas.add(delta);
            subscription.request(1);
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
            ends.incrementAndGet();
            over.countDown();
        }

        @Override
        public void onComplete() {
            ends.incrementAndGet();
            over.countDown();
        }

        void await() {
            try {
                assertThat(over.await(10, TimeUnit.SECONDS))
                        .as("the stream ended")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String text() {
            StringBuilder text = new StringBuilder();
            deltas.forEach(delta -> text.append(delta.text()));
            return text.toString();
        }
    }
}
