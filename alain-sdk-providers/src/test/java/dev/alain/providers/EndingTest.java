package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a call is doing, it ends within a second of being told so, and leaves nothing behind. */
final class EndingTest {
    private static final HttpTimeouts LONG = new HttpTimeouts(
            Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2));

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsAWaitingCallAndKeepsTheFlag(Tongue tongue) throws InterruptedException {
        try (Trial trial = Trial.of(tongue, EndingTest::patient, Answer.silence())) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            CountDownLatch flagKept = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                try {
                    trial.model.chat(Trial.question(10));
                } catch (ChatException e) {
                    failure.set(e);
                }
                if (Thread.currentThread().isInterrupted()) {
                    flagKept.countDown();
                }
            });
            caller.start();
            Eventually.holds(() -> trial.posts() == 1);

            caller.interrupt();

            assertThat(flagKept.await(3, TimeUnit.SECONDS)).isTrue();
            assertThat(failure.get()).isInstanceOf(ChatException.Cancelled.class);
            Eventually.holds(() -> trial.server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingTheFutureClosesTheConnection(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, EndingTest::patient, Answer.stall(tongue.body("half", "stop"), 20))) {
            CompletableFuture<ChatReply> future = trial.model.chatAsync(Trial.question(10), Runnable::run);
            Eventually.holds(() -> trial.posts() == 1);

            future.cancel(true);

            Eventually.holds(() -> trial.server.openConnections() == 0);
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void cancellingDuringABackoffAsksNoMore() {
        Answer later = Answer.text(503, Map.of("Retry-After", "2"), "{}");
        try (Trial trial = Trial.of(Tongue.OPENAI, EndingTest::patient, later)) {
            CompletableFuture<ChatReply> future = trial.model.chatAsync(Trial.question(10), Runnable::run);
            Eventually.holds(() -> trial.seen.stream().anyMatch(line -> line.startsWith("retry")));

            future.cancel(true);

            Eventually.holds(() -> trial.seen.stream().anyMatch(line -> line.contains("the future was ended")));
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void cancellingInTheQueueLetsTheNextOneIn() throws Exception {
        ResiliencePolicy oneAtATime = ResiliencePolicy.builder().concurrency(1).build();
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> patient(builder).resilience(oneAtATime),
                Answer.after(Duration.ofMillis(150), Tongue.OPENAI.answer("first")),
                Tongue.OPENAI.answer("third"))) {
            CompletableFuture<ChatReply> first = trial.model.chatAsync(Trial.question(10), Runnable::run);
            CompletableFuture<ChatReply> second = trial.model.chatAsync(Trial.question(10), Runnable::run);
            CompletableFuture<ChatReply> third = trial.model.chatAsync(Trial.question(10), Runnable::run);
            second.cancel(true);

            assertThat(first.get(5, TimeUnit.SECONDS).text()).isEqualTo("first");
            assertThat(third.get(5, TimeUnit.SECONDS).text()).isEqualTo("third");
            assertThat(trial.posts()).isEqualTo(2);
        }
    }

    @Test
    void aFullQueueFailsAtOnce() {
        ResiliencePolicy small =
                ResiliencePolicy.builder().concurrency(1).queue(1).build();
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> patient(builder).resilience(small), Answer.silence())) {
            List<CompletableFuture<ChatReply>> enough = List.of(
                    trial.model.chatAsync(Trial.question(10), Runnable::run),
                    trial.model.chatAsync(Trial.question(10), Runnable::run));

            assertThat(trial.fails(ChatException.QueueFull.class).retryable()).isTrue();
            assertThat(enough).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void aWrongKeySendsEverybodyAwayWhoWaits() {
        ResiliencePolicy oneAtATime = ResiliencePolicy.builder().concurrency(1).build();
        Answer wrong = Answer.after(
                Duration.ofMillis(100), Answer.json(401, Answers.errorBody("invalid_api_key", "wrong key")));
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> patient(builder).resilience(oneAtATime), wrong)) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }

            all.forEach(each -> assertThatThrownBy(() -> each.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ChatException.Authentication.class));
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void aDeadlineInThePastAsksNobody() {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("late"))) {
            trial.fails(
                    ChatException.TimedOut.class,
                    Trial.question(10).toBuilder().deadline(Instant.EPOCH).build());

            assertThat(trial.posts()).isZero();
        }
    }

    @Test
    void oneDeadlineHoldsOverAllAttempts() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI, EndingTest::patient, Answer.after(Duration.ofMillis(150), Answer.json(503, "{}")))) {
            long begun = System.nanoTime();

            trial.fails(
                    ChatException.class,
                    Trial.question(10).toBuilder()
                            .deadline(java.time.Clock.systemUTC().instant().plusMillis(400))
                            .build());

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
        }
    }

    @Test
    void closingEndsCallsUnderWayAndRefusesNewOnes() {
        Trial trial = Trial.of(Tongue.OPENAI, EndingTest::patient, Answer.silence());
        CompletableFuture<ChatReply> future = trial.model.chatAsync(Trial.question(10), Runnable::run);
        Eventually.holds(() -> trial.posts() == 1);

        trial.model.close();

        assertThatThrownBy(() -> future.get(3, TimeUnit.SECONDS)).hasCauseInstanceOf(ChatException.Cancelled.class);
        assertThatThrownBy(() -> trial.model.chat(Trial.question(10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        Eventually.holds(() -> trial.server.openConnections() == 0);
        trial.close();
    }

    @Test
    void modelsMadeFromEachOtherShareUntilTheLastIsClosed() {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("ok"))) {
            RemoteChatModel second = trial.model.toBuilder().model("other").build();
            trial.model.close();

            assertThat(second.chat(Trial.question(10)).text()).isEqualTo("ok");
            assertThat(second.id()).isEqualTo("openai:other");
            second.close();
        }
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        dev.alain.providers.observe.ChatListener broken = new dev.alain.providers.observe.ChatListener() {
            @Override
            public void onRequest(dev.alain.providers.observe.CallInfo call) {
                throw new IllegalStateException("broken listener");
            }
        };
        try (Trial trial = Trial.of(Tongue.OPENAI, builder -> builder.listener(broken), Tongue.OPENAI.answer("ok"))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
        }
    }

    private static RemoteChatModelBuilder patient(RemoteChatModelBuilder builder) {
        return builder.timeouts(LONG);
    }
}
