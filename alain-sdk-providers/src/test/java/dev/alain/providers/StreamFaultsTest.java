package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.net.HttpTimeouts;
import dev.alain.testkit.Answer;
import dev.alain.testkit.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and their faults, row N21 and the transport-level rows: one end each, nothing delivered twice. */
final class StreamFaultsTest {
    @ParameterizedTest
    @EnumSource
    void aStreamGivesPiecesAndThenTheWholeReply(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.stream("Ray", "leigh ", "did it"))) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.text()).isEqualTo("Rayleigh did it");
            ChatReply last =
                    listened.deltas.get(listened.deltas.size() - 1).last().orElseThrow();
            assertThat(last.text()).isEqualTo("Rayleigh did it");
            assertThat(last.usage().input()).hasValue(11);
            assertThat(last.usage().output()).hasValue(7);
            assertThat(last.finishReason().name()).isEqualTo("stop");
            assertThat(listened.ends).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongAnswerIsStreamedUnderneathAndGivenWhole(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.stream("Ray", "leigh"))) {
            ChatReply reply = trial.chat(Trial.question(8_000));

            assertThat(reply.text()).isEqualTo("Rayleigh");
            assertThat(trial.questions().get(0).body()).contains("\"stream\":true");
            assertThat(trial.seen).contains("first token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndMarkIsEnoughWhenTheServerKeepsTheConnection(Tongue tongue) {
        List<String> lines = new ArrayList<>(tongue.pieces("done"));
        lines.addAll(tongue.end("stop"));
        try (Trial trial = Trial.of(tongue, tongue.stream(lines, Wire::silence))) {
            long begun = System.nanoTime();

            assertThat(trial.chat(Trial.question(8_000)).text()).isEqualTo("done");
            assertThat(trial.stream().text()).isEqualTo("done");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndWithoutAReasonIsACutAndTriedAgainWhileNothingWasDelivered(Tongue tongue) {
        Answer cut = tongue.stream(tongue.pieces("half"), Wire::lastChunk);
        try (Trial whole = Trial.of(tongue, cut, tongue.stream("whole"));
                Trial pieces = Trial.of(tongue, cut, tongue.stream("whole"))) {
            assertThat(whole.chat(Trial.question(8_000)).text()).isEqualTo("whole");
            assertThat(whole.posts()).isEqualTo(2);

            Trial.Listened listened = pieces.stream();
            assertThat(listened.failure).isInstanceOf(ChatException.Network.class);
            assertThat(((ChatException) listened.failure).partialText()).isEqualTo("half");
            assertThat(listened.text()).isEqualTo("half");
            assertThat(listened.ends).hasValue(1);
            assertThat(pieces.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetInTheStreamEndsItOnce(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.stream(tongue.pieces("half"), Wire::reset))) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.failure).isInstanceOf(ChatException.Network.class);
            assertThat(listened.ends).hasValue(1);
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFallsSilentEndsByTheIdleClock(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.stream(tongue.pieces("half"), Wire::silence))) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.failure)
                    .isInstanceOf(ChatException.TimedOut.class)
                    .hasMessageContaining("idle");
            assertThat(listened.text()).isEqualTo("half");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInTheStreamIsAnErrorAlthoughTheStatusWas200(Tongue tongue) {
        List<String> lines = new ArrayList<>(tongue.pieces("half"));
        lines.add(tongue.errorLine("overloaded_error", "the engine died"));
        try (Trial pieces = Trial.of(tongue, tongue.stream(lines, Wire::lastChunk));
                Trial whole = Trial.of(tongue, tongue.stream(lines, Wire::lastChunk), tongue.stream("ok"))) {
            Trial.Listened listened = pieces.stream();

            assertThat(listened.failure)
                    .isInstanceOf(ChatException.ServerFailure.class)
                    .hasMessageContaining("died");
            assertThat(listened.ends).hasValue(1);
            assertThat(whole.chat(Trial.question(8_000)).attempts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void charactersMayBeSplitAnywhere(Tongue tongue) {
        String body = String.join(tongue == Tongue.OLLAMA ? "\n" : "\n\n", lines(tongue, "Grüße 🥐 an 全部")) + "\n\n";
        String type = tongue == Tongue.OLLAMA ? "application/x-ndjson" : "text/event-stream";
        for (int size : new int[] {1, 2, 3, 7}) {
            try (Trial trial = Trial.of(tongue, Answer.sliced(type, size, body))) {
                assertThat(trial.stream().text()).isEqualTo("Grüße 🥐 an 全部");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\r\r", "\n\n", "\n: keep-alive\n\n", "\nid: 7\nretry: 10\n\n"})
    void everyWayToEndLinesIsRead(String separator) {
        String body = String.join(separator, lines(Tongue.OPENAI, "fine")) + separator;
        for (int size : new int[] {1, 1000}) {
            try (Trial trial = Trial.of(Tongue.OPENAI, Answer.sliced("text/event-stream", size, body))) {
                assertThat(trial.stream().text()).isEqualTo("fine");
            }
        }
    }

    @Test
    void keepAlivesDoNotCountAsAFirstToken() {
        Answer comments = (request, wire) -> {
            wire.head(200, java.util.Map.of("Content-Type", "text/event-stream"), "Transfer-Encoding: chunked");
            for (int i = 0; i < 100 && wire.open(); i++) {
                wire.chunk(": still here\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                wire.wait(Duration.ofMillis(50));
            }
        };
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> builder.timeouts(quick()), comments)) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.failure)
                    .isInstanceOf(ChatException.TimedOut.class)
                    .hasMessageContaining("firstByte");
            assertThat(trial.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDoesNotStreamIsReadAllTheSame(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.answer("all at once"))) {
            assertThat(trial.stream().text()).isEqualTo("all at once");
            assertThat(trial.chat(Trial.question(8_000)).text()).isEqualTo("all at once");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCutByTheBoundIsAnErrorAfterItsPieces(Tongue tongue) {
        List<String> lines = new ArrayList<>(tongue.pieces("{\"a\":"));
        lines.addAll(tongue.end("length"));
        try (Trial trial = Trial.of(tongue, tongue.stream(lines, Wire::lastChunk))) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.failure).isInstanceOf(ChatException.OutputTruncated.class);
            assertThat(listened.text()).isEqualTo("{\"a\":");
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatComesBackInPiecesIsBlottedOut(Tongue tongue) {
        Answer echo = tongue.stream("your key is sk-can", "ary-7Qz9LmX", "2bT4vKp8W, isn't it");
        try (Trial trial = Trial.of(tongue, echo)) {
            Trial.Listened listened = trial.stream();

            assertThat(listened.text()).isEqualTo("your key is ***, isn't it");
            assertThat(trial.chat(Trial.question(8_000)).text()).isEqualTo("your key is ***, isn't it");
        }
    }

    @Test
    void aSlowSubscriberSlowsTheServerAndLosesNothing() throws InterruptedException {
        String[] pieces = new String[200];
        java.util.Arrays.fill(pieces, "x");
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.stream(pieces))) {
            Trial.Listened listened = new Trial.Listened() {
                @Override
                public void onNext(dev.alain.chat.ChatDelta delta) {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                    super.onNext(delta);
                }
            };
            trial.model.stream(Trial.question(100)).subscribe(listened);
            listened.await();

            assertThat(listened.text()).hasSize(200);
            assertThat(listened.ends).hasValue(1);
        }
    }

    @Test
    void askingForNothingEndsWithAnError() {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.stream("a", "b", "c"))) {
            Trial.Listened listened = new Trial.Listened() {
                @Override
                public void onNext(dev.alain.chat.ChatDelta delta) {
                    deltas.add(delta);
                    subscription.request(0);
                }
            };
            trial.model.stream(Trial.question(100)).subscribe(listened);
            listened.await();

            assertThat(listened.failure).isInstanceOf(IllegalArgumentException.class);
            assertThat(listened.ends).hasValue(1);
            assertThat(listened.deltas).hasSize(1);
        }
    }

    @Test
    void aStreamThatCannotStartEndsWithAnError() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.callIds(() -> {
                    throw new IllegalArgumentException("no ids left");
                }),
                Tongue.OPENAI.stream("a"))) {
            assertThat(trial.stream().failure).hasMessage("no ids left");
        }
    }

    @Test
    void cancellingTheSubscriptionClosesTheConnection() throws InterruptedException {
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.timeouts(Trial.SHORT.withIdle(Duration.ofSeconds(10))),
                Tongue.OPENAI.stream(Tongue.OPENAI.pieces("half"), Wire::silence))) {
            java.util.concurrent.CountDownLatch first = new java.util.concurrent.CountDownLatch(1);
            Trial.Listened listened = new Trial.Listened() {
                @Override
                public void onNext(dev.alain.chat.ChatDelta delta) {
                    subscription.cancel();
                    first.countDown();
                }
            };
            trial.model.stream(Trial.question(100)).subscribe(listened);

            assertThat(first.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            Eventually.holds(() -> trial.server.openConnections() == 0);
            assertThat(listened.ends).hasValue(0);
        }
    }

    private static HttpTimeouts quick() {
        return Trial.SHORT.withFirstByte(Duration.ofMillis(250));
    }

    private static List<String> lines(Tongue tongue, String text) {
        List<String> lines = new ArrayList<>(tongue.pieces(text));
        lines.addAll(tongue.end("stop"));
        return lines;
    }
}
