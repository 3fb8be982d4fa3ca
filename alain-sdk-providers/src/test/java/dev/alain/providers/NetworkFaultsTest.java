package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatException;
import dev.alain.net.HttpTimeouts;
import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of the network, rows N1 to N20 of the catalogue: what comes of them, and how often the server was asked. */
final class NetworkFaultsTest {
    @ParameterizedTest
    @EnumSource
    void n1_aClosedPortIsTriedAgainAndThenSaidSoWithoutCost(Tongue tongue) {
        // A port below the ephemeral ones: a closed server's own may be another test's a moment later.
        String closed = "http://127.0.0.1:1";
        try (Trial trial = Trial.of(tongue, builder -> builder.baseUrl(closed), tongue.answer("never"))) {
            ChatException.Network failure = trial.fails(ChatException.Network.class);

            assertThat(failure.retryable()).isTrue();
            assertThat(trial.seen)
                    .filteredOn(line -> line.startsWith("retry"))
                    .hasSize(2)
                    .allMatch(line -> line.contains(" free "));
            assertThat(trial.posts()).isZero();
        }
    }

    @Test
    void n2_anUnknownHostIsAskedForTwice() {
        try (RemoteChatModel model = Tongue.OPENAI
                .builder("https://no-such-host.invalid")
                .apiKey(Trial.CANARY)
                .resilience(Trial.QUICK)
                .build()) {
            ChatException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    ChatException.Network.class, () -> model.chat(Trial.question(10)));

            assertThat(failure).hasMessageContaining("no-such-host.invalid");
            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(Trial.everything(failure)).doesNotContain(Trial.CANARY);
        }
    }

    @Test
    void n4_aConnectionThatNeverComesIsGivenUp() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 50);
                } catch (IOException e) {
                    break; // full
                }
            }
            try (RemoteChatModel model = Tongue.OPENAI
                    .builder("http://127.0.0.1:" + full.getLocalPort())
                    .resilience(Trial.QUICK)
                    .timeouts(Trial.SHORT.withConnect(Duration.ofMillis(150)))
                    .build()) {
                ChatException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                        ChatException.TimedOut.class, () -> model.chat(Trial.question(10)));

                assertThat(failure).hasMessageContaining("timeouts.connect");
                assertThat(failure.attempts()).isEqualTo(3);
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void n5_aStreamThatDoesNotBeginIsGivenUpAndOnlyInTheCloudTriedAgain(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, builder -> builder.streaming(StreamingMode.ALWAYS), Answer.silence())) {
            ChatException.TimedOut failure = trial.fails(ChatException.TimedOut.class);

            assertThat(failure).hasMessageContaining("timeouts.firstByte");
            assertThat(trial.posts()).isEqualTo(tongue == Tongue.OLLAMA ? 1 : 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n6_aBodyThatTricklesEndsAtTheDeadline(Tongue tongue) {
        HttpTimeouts limits = Trial.SHORT.withTotal(Duration.ofSeconds(2));
        try (Trial trial = Trial.of(
                tongue,
                builder -> builder.timeouts(limits),
                Answer.drip(Duration.ofMillis(100), tongue.body("x".repeat(200), "stop")))) {
            long begun = System.nanoTime();

            trial.fails(ChatException.TimedOut.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            // None on a machine too slow to send it within the limit.
            assertThat(trial.posts()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n7_aBodyThatStallsEndsByTheIdleClock(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.stall(tongue.body("half", "stop"), 20))) {
            ChatException.TimedOut failure = trial.fails(ChatException.TimedOut.class);

            assertThat(failure).hasMessageContaining("timeouts.idle");
            assertThat(trial.posts()).isEqualTo(tongue == Tongue.OLLAMA ? 1 : 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n8_aResetBeforeTheAnswerIsTriedAgainWithOnePostEach(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.reset(), tongue.answer("ok"))) {
            assertThat(trial.chat().attempts()).isEqualTo(2);
            assertThat(trial.posts()).isEqualTo(2);
            assertThat(trial.seen).anyMatch(line -> line.startsWith("retry 1 paid?"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void n9_aResetInTheBodyIsTriedAgainAndMayBePaid(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.reset(tongue.body("half", "stop"), 30), tongue.answer("ok"))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
            assertThat(trial.posts()).isEqualTo(2);
            assertThat(trial.seen).anyMatch(line -> line.startsWith("retry 1 paid?"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void n10_aTruncatedChunkIsTriedAgain(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.truncatedChunk(tongue.body("half", "stop")), tongue.answer("ok"))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
            assertThat(trial.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n10_lessBodyThanAnnouncedIsTriedAgain(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.shortBody(tongue.body("half", "stop"), 25), tongue.answer("ok"))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
            assertThat(trial.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n11_halfABodyThatEndsWithItsConnectionIsNoAnswer(Tongue tongue) {
        String half = tongue.body("half of an answer", "stop").substring(0, 60);
        try (Trial trial = Trial.of(tongue, Answer.untilClose("application/json", half))) {
            ChatException.Network failure = trial.fails(ChatException.Network.class);

            assertThat(failure).hasMessageContaining("cut");
            assertThat(trial.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n12_aGzipBombStopsAtTheCap(Tongue tongue) {
        HttpTimeouts patient = HttpTimeouts.total(Duration.ofSeconds(60));
        try (Trial trial = Trial.of(
                tongue, builder -> builder.timeouts(patient).maxAnswerBytes(1 << 20), Answer.gzipBomb(600L << 20))) {
            ChatException.UnexpectedAnswer failure = trial.fails(ChatException.UnexpectedAnswer.class);

            assertThat(failure).hasMessageContaining("1048576 bytes");
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n13_anEndlessBodyStopsAtTheCap(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, builder -> builder.maxAnswerBytes(1 << 20), Answer.endless())) {
            trial.fails(ChatException.UnexpectedAnswer.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n14_aHeadThatIsTooLargeIsRefused(Tongue tongue) {
        try (Trial wide = Trial.of(
                        tongue, Answer.text(200, Map.of("X-Wide", "w".repeat(64 << 10)), tongue.body("x", "stop")));
                Trial many = Trial.of(tongue, Answer.raw(manyHeaders()))) {
            assertThat(wide.fails(ChatException.UnexpectedAnswer.class)).hasMessageContaining("head");
            many.fails(ChatException.UnexpectedAnswer.class);
            assertThat(wide.posts()).isEqualTo(1);
            assertThat(many.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n15_aRedirectIsNeverFollowedWithTheKey(Tongue tongue) {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            try (FaultServer elsewhere = FaultServer.answering(tongue.answer("stolen"));
                    Trial trial = Trial.of(
                            tongue, Answer.text(status, Map.of("Location", elsewhere.uri() + "/v1/steal?key=x"), ""))) {
                ChatException.UnexpectedAnswer failure = trial.fails(ChatException.UnexpectedAnswer.class);

                assertThat(failure).hasMessageContaining("redirects");
                assertThat(elsewhere.requests()).isEmpty();
                assertThat(trial.posts()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void n17_aRedirectLoopIsOneRequest(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.text(307, Map.of("Location", tongue.path), ""))) {
            trial.fails(ChatException.UnexpectedAnswer.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void n20_aConnectionThatWasClosedWhileIdleCostsNoQuestion(Tongue tongue) {
        try (Trial trial = Trial.of(
                tongue, Answer.thenClose(tongue.answer("first")), tongue.answer("second"), tongue.answer("third"))) {
            trial.chat();

            assertThat(trial.chat().text()).isIn("second", "third");
            assertThat(trial.posts()).isLessThanOrEqualTo(3);
        }
    }

    private static String manyHeaders() {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 10_000; i++) {
            head.append("X-").append(i).append(": y\r\n");
        }
        return head + "Content-Length: 0\r\n\r\n";
    }
}
