package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.Secret;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.HttpTransport;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.observe.ChatListener;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.providers.transport.OkHttpTransport;
import dev.alain.providers.vendor.Health;
import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import dev.alain.testkit.Received;
import dev.alain.testkit.Wire;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls behave together, over time and towards those who watch them. */
final class BehaviourTest {
    private static final ResiliencePolicy ONE_AT_A_TIME =
            Trial.QUICK.toBuilder().concurrency(1).build();

    @Test
    void theTimeOfAnAnswerCountsFromItsTurn() throws Exception {
        HttpTimeouts limits = Trial.SHORT.withTotal(Duration.ofMillis(1_800));
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.resilience(ONE_AT_A_TIME).timeouts(limits),
                Answer.after(Duration.ofMillis(600), Tongue.OPENAI.answer("ok")))) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }
            for (CompletableFuture<ChatReply> each : all) {
                assertThat(each.get(5, TimeUnit.SECONDS).text()).isEqualTo("ok");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void anAnswerThatSaidWhyItEndedIsWholeThoughTheLineBreaks(Tongue tongue) {
        List<String> lines = new ArrayList<>(tongue.pieces("whole"));
        lines.add(tongue.end("stop").get(0));
        try (Trial trial = Trial.of(tongue, tongue.stream(lines, Wire::close))) {
            assertThat(trial.chat(Trial.question(8_000)).text()).isEqualTo("whole");
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void closingSendsNothingMore() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.resilience(
                        Trial.QUICK.toBuilder().concurrency(4).build()),
                Answer.silence())) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }
            Eventually.holds(() -> trial.posts() == 4);
            trial.model.close();
            Eventually.holds(() -> all.stream().allMatch(CompletableFuture::isDone));

            assertThat(trial.posts()).isEqualTo(4);
        }
    }

    @Test
    void manyQuestionsThatArePutAnotherWayLoseNoPlace() {
        Answer refused = Answer.json(400, Answers.errorBody("unsupported_parameter", "'temperature' is not supported"));
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.resilience(
                        Trial.QUICK.toBuilder().concurrency(8).queue(2_000).build()),
                refused)) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                all.add(trial.model.chatAsync(
                        Trial.question(10).toBuilder().temperature(0.5).build(), Runnable::run));
            }
            all.forEach(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(ChatException.InvalidRequest.class));

            Eventually.holds(() -> trial.model.gate().contains(" 0 of 8 calls"));
        }
    }

    @Test
    void aServerThatLoadsItsModelIsAskedAgainBesideTheAttempts() {
        Answer loading = Answer.json(
                503, "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}");
        try (Trial trial = Trial.of(Tongue.OPENAI, loading, Tongue.OPENAI.answer("ok"))) {
            ChatReply reply = trial.chat();

            assertThat(reply.text()).isEqualTo("ok");
            assertThat(trial.seen).noneMatch(line -> line.startsWith("retry"));
        }
    }

    @Test
    void anEndpointThatNeverAnswersOpensTheBreaker() {
        HttpTimeouts limits = Trial.SHORT.withTotal(Duration.ofMillis(100)).withIdle(Duration.ZERO);
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> builder.timeouts(limits), Answer.silence())) {
            for (int i = 0; i < 5; i++) {
                trial.fails(ChatException.TimedOut.class);
            }
            Eventually.holds(() -> {
                try {
                    trial.model.chat(Trial.question(10));
                    return false;
                } catch (ChatException e) {
                    return e instanceof ChatException.CircuitOpen;
                }
            });
        }
    }

    @Test
    void callsThatWaitedBeforeTheBreakerOpenedOutliveAnOutage() throws Exception {
        Answer down = Answer.after(Duration.ofMillis(10), Answer.json(503, "{}"));
        ResiliencePolicy policy = ResiliencePolicy.builder()
                .attempts(1)
                .concurrency(2)
                .breakerPause(Duration.ofMillis(200))
                .build();
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.resilience(policy),
                down,
                down,
                down,
                down,
                down,
                down,
                Tongue.OPENAI.answer("ok"))) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }
            long answered = all.stream()
                    .filter(each ->
                            each.handle((reply, failure) -> failure == null).join())
                    .count();

            assertThat(answered).isEqualTo(24);
            assertThat(trial.posts()).isEqualTo(30);
        }
    }

    @Test
    void modelsWithTheHostsTransportShareTheirLimits() throws Exception {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        try (FaultServer server = FaultServer.routing(request -> (received, wire) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    wire.wait(Duration.ofMillis(60));
                    now.decrementAndGet();
                    Answers.openAi("ok").give(received, wire);
                });
                HttpTransport transport = OkHttpTransport.create();
                RemoteChatModel first = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("a")
                        .transport(transport)
                        .resilience(ONE_AT_A_TIME)
                        .build();
                RemoteChatModel second = first.toBuilder().model("b").build()) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add((i % 2 == 0 ? first : second).chatAsync(Trial.question(10), Runnable::run));
            }
            for (CompletableFuture<ChatReply> each : all) {
                each.get(5, TimeUnit.SECONDS);
            }
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aTimeLimitOnTheFutureEndsTheCall() {
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.silence())) {
            CompletableFuture<ChatReply> future =
                    trial.model.chatAsync(Trial.question(10), Runnable::run).orTimeout(50, TimeUnit.MILLISECONDS);

            assertThatThrownBy(future::join).hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
            Eventually.holds(() -> trial.server.openConnections() == 0);
        }
    }

    @Test
    void whatFollowsAFailureMayBlockWithoutStoppingTheClock() throws Exception {
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.timeouts(Trial.SHORT.withTotal(Duration.ofMillis(200))),
                Answer.silence())) {
            CompletableFuture<ChatReply> fallback = trial.model
                    .chatAsync(Trial.question(10), Runnable::run)
                    .exceptionally(failure -> trial.model.chat(Trial.question(10)));

            assertThatThrownBy(() -> fallback.get(3, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ChatException.TimedOut.class);
        }
    }

    @Test
    void anUnknownModelIsAnsweredWithTheKnownOnes() {
        try (FaultServer server = FaultServer.routing(request -> request.path().endsWith("/models")
                        ? Answer.json(
                                200, "{\"data\":[{\"id\":\"zebra\"},{\"id\":\"gpt-oss-120b\"},{\"id\":\"alpha\"}]}")
                        : Answer.json(404, Answers.errorBody("model_not_found", "no such model")));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("GPT-OSS")
                        .build()) {
            assertThatThrownBy(() -> model.chat(Trial.question(10)))
                    .isInstanceOf(ChatException.ModelNotFound.class)
                    .hasMessageContaining("it has gpt-oss-120b, ");
        }
    }

    @Test
    void healthTellsLoadingFromRefusedFromAbsent() {
        assertThat(health(Answer.json(200, "{\"data\":[]}"))).isEqualTo(Health.State.UP);
        assertThat(health(Answer.json(401, "{}"))).isEqualTo(Health.State.UNAUTHORIZED);
        assertThat(health(Answer.json(
                        503,
                        "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}")))
                .isEqualTo(Health.State.LOADING);
        assertThat(health(Answer.hangUp())).isEqualTo(Health.State.DOWN);
        assertThat(health(Answer.text(200, Map.of("Content-Type", "text/html"), "<html>hotel</html>")))
                .isEqualTo(Health.State.DOWN);
        assertThat(health(Answer.json(200, "{\"error\":\"Unexpected endpoint or method. (GET /models)\"}")))
                .isEqualTo(Health.State.DOWN);
    }

    @Test
    void anInterruptEndsAProbe() throws InterruptedException {
        try (FaultServer server = FaultServer.answering(Answer.silence());
                RemoteChatModel model =
                        OpenAiCompatible.at(server.uri() + "/v1").model("m").build()) {
            Thread asking = new Thread(() -> {
                try {
                    model.health();
                } catch (ChatException e) {
                    Thread.currentThread().interrupt();
                }
            });
            asking.start();
            Eventually.holds(() -> !server.requests().isEmpty());
            asking.interrupt();
            asking.join(1_000);

            assertThat(asking.isAlive()).isFalse();
        }
    }

    @Test
    void aProxysPasswordThatComesBackIsBlottedOut() {
        String password = "hunter2-canary";
        try (FaultServer proxy = FaultServer.routing(request -> Answer.json(
                        502,
                        "{\"error\":{\"message\":\"header was "
                                + request.header("proxy-authorization").orElse("") + " and password " + password
                                + "\"}}"));
                HttpTransport transport = OkHttpTransport.builder()
                        .proxy(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), proxy.port()))
                        .proxyCredentials("alice", Secret.of(password))
                        .build();
                RemoteChatModel model = OpenAiCompatible.at("http://model.internal/v1")
                        .model("m")
                        .transport(transport)
                        .resilience(ResiliencePolicy.builder().attempts(1).build())
                        .build()) {
            ChatException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    ChatException.class, () -> model.chat(Trial.question(10)));

            assertThat(Trial.everything(failure))
                    .contains("header was Basic ***")
                    .doesNotContain("hunter2")
                    .doesNotContain("aHVudGVyMi");
        }
    }

    @Test
    void aKeyThatIsCutInAPartialTextIsBlottedOut() {
        String answer = "your key is " + Trial.CANARY.substring(0, Trial.CANARY.length() - 1);
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(answer, "length"))) {
            assertThat(trial.fails(ChatException.OutputTruncated.class).partialText())
                    .isEqualTo("your key is ***");
        }
    }

    @Test
    void aKeyBehindEscapesIsBlottedOut() {
        String escaped = Trial.CANARY.replace("-", "\\u002d");
        try (Trial trial =
                Trial.of(Tongue.OPENAI, Answer.json(400, "{\"error\":{\"message\":\"bad " + escaped + "\"}}"))) {
            assertThat(trial.fails(ChatException.InvalidRequest.class)).hasMessageContaining("bad ***");
        }
    }

    @Test
    void aKeyThatRotatesIsAskedForAtEachCall() {
        AtomicInteger calls = new AtomicInteger();
        Secret rotating = Secret.from(() -> "key-number-" + calls.incrementAndGet());
        try (FaultServer server = FaultServer.answering(Answers.openAi("ok"));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("m")
                        .apiKey(rotating)
                        .build()) {
            model.chat(Trial.question(10));
            model.chat(Trial.question(10));

            assertThat(server.requests())
                    .extracting(request -> request.header("authorization").orElseThrow())
                    .containsExactly("Bearer key-number-1", "Bearer key-number-2");
        }
    }

    @Test
    void connectionsAreUsedAgain() {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("ok"))) {
            for (int i = 0; i < 5; i++) {
                trial.chat();
            }
            assertThat(trial.questions()).extracting(Received::connection).containsOnly(1);
        }
    }

    @Test
    void theCallersDeadlineSaysNothingAboutTheEndpoint() {
        HttpTimeouts patient = new HttpTimeouts(
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> builder.timeouts(patient), Answer.silence())) {
            for (int i = 0; i < 8; i++) {
                ChatException.TimedOut failure = trial.fails(
                        ChatException.TimedOut.class,
                        Trial.question(10).toBuilder()
                                .deadline(Clock.systemUTC().instant().plusMillis(200))
                                .build());
                assertThat(failure).hasMessageContaining("later deadline");
                assertThat(failure.attempts()).isLessThanOrEqualTo(1);
            }
            assertThat(trial.model.gate()).contains("closed");
        }
    }

    @Test
    void aKeyIsBlottedOutWhereverItComesBack() {
        String escaped = Trial.CANARY.replace("s", "\\u0073");
        for (Answer echo : List.of(
                Answer.json(401, "{\"error\":{\"message\":\"wrong key " + escaped + "\"}} x"),
                Answer.json(500, "{\"error\":{\"message\":\"wrong key " + escaped + "\"}}\n{}"),
                Answer.json(200, "{\"choices\":[{\"message\":{\"content\":\"" + escaped),
                Answer.text(200, Map.of(), "<html>" + Trial.CANARY + "</html>"),
                Answer.text(404, Map.of("x-request-id", Trial.CANARY), "no " + Trial.CANARY),
                Answer.json(
                        200,
                        "{\"id\":\"" + Trial.CANARY + "\",\"model\":\"" + Trial.CANARY + "\",\"" + Trial.CANARY
                                + "\":1,\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\""
                                + Trial.CANARY + "\"}]}"))) {
            try (Trial trial = Trial.of(Tongue.OPENAI, echo)) {
                try {
                    ChatReply reply = trial.chat();
                    trial.seen.add(reply.finishReason() + reply.requestId() + reply.model());
                } catch (ChatException e) {
                    trial.seen.add(Trial.everything(e));
                }
            }
        }
    }

    @Test
    void aKeyIsBlottedOutInListsOfModels() {
        try (FaultServer server = FaultServer.answering(Answer.json(
                        200, "{\"data\":[{\"id\":\"m-" + Trial.CANARY + "\",\"x\":\"" + Trial.CANARY + "\"}]}"));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("m")
                        .apiKey(Trial.CANARY)
                        .build()) {
            assertThat(model.models()).hasSize(1);
            assertThat(model.models().toString()).doesNotContain(Trial.CANARY);
        }
    }

    @Test
    void aListenerThatFailsBadlyHarmsNobody() {
        ChatListener broken = new ChatListener() {
            @Override
            public void onReply(CallInfo call, ChatReply reply, Duration took) {
                throw new AssertionError("broken");
            }

            @Override
            public void onFailure(CallInfo call, ChatException failure, Duration took) {
                throw new NoClassDefFoundError("broken");
            }
        };
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.listener(broken),
                Tongue.OPENAI.answer("ok"),
                Answer.json(400, "{}"))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
            trial.fails(ChatException.InvalidRequest.class);
        }
    }

    @Test
    void closingEndsAProbe() {
        try (FaultServer server = FaultServer.answering(Answer.silence());
                HttpTransport transport = OkHttpTransport.create()) {
            RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                    .model("m")
                    .transport(transport)
                    .build();
            CompletableFuture<Health> health = CompletableFuture.supplyAsync(model::health);
            Eventually.holds(() -> !server.requests().isEmpty());
            model.close();

            Eventually.holds(health::isDone);
        }
    }

    @Test
    void usedUpCreditSendsAwayThoseWhoWaitForTheBreaker() throws Exception {
        Answer empty =
                Answer.after(Duration.ofMillis(50), Answer.json(429, Answers.errorBody("insufficient_quota", "pay")));
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> builder.resilience(ONE_AT_A_TIME), empty)) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }
            for (CompletableFuture<ChatReply> each : all) {
                assertThatThrownBy(() -> each.get(3, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(ChatException.QuotaExceeded.class);
            }
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerMeantToFillTheMemoryIsRefused() {
        String hostile = "{\"x\":[" + "{},".repeat(600_000) + "{}],\"choices\":[]}";
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.json(200, hostile))) {
            trial.fails(ChatException.UnexpectedAnswer.class);
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void metricsHaveTheNamesOfTheConvention() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                Answer.json(503, "{}"),
                Tongue.OPENAI.answer("ok"),
                Tongue.OPENAI.answer("x", "length"))) {
            trial.chat();
            trial.fails(ChatException.OutputTruncated.class);

            Timer answered = trial.metrics
                    .get("gen_ai.client.operation.duration")
                    .tag("error.type", "none")
                    .tag("gen_ai.operation.name", "chat")
                    .tag("gen_ai.provider.name", "openai")
                    .tag("gen_ai.request.model", "test-model")
                    .tag("gen_ai.response.model", "gpt-test-0613")
                    .tag("server.address", "127.0.0.1")
                    .tag("server.port", String.valueOf(trial.server.port()))
                    .timer();
            assertThat(answered.count()).isEqualTo(1);
            assertThat(trial.metrics
                            .get("gen_ai.client.operation.duration")
                            .tag("error.type", "OutputTruncated")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(trial.metrics
                            .get("gen_ai.client.token.usage")
                            .tag("gen_ai.token.type", "output")
                            .summaries())
                    .extracting(DistributionSummary::totalAmount)
                    .containsOnly(7.0);
            assertThat(trial.metrics.get("alain.llm.retries").counter().count()).isEqualTo(1);
            assertThat(trial.metrics.get("alain.llm.truncations").counter().count())
                    .isEqualTo(1);
            assertThat(trial.metrics.get("alain.llm.circuit.state").gauge().value())
                    .isZero();
        }
    }

    private static Health.State health(Answer answer) {
        try (FaultServer server = FaultServer.answering(answer);
                RemoteChatModel model =
                        OpenAiCompatible.at(server.uri() + "/v1").model("m").build()) {
            return model.health().state();
        }
    }
}
