package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.Answer;
import dev.alain.testkit.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An endpoint that fails in every way at random, asked by many at once, some of whom lose patience. */
final class ChaosTest {
    @Test
    void everyCallEndsAndEveryPlaceComesBack() throws Exception {
        for (Tongue tongue : Tongue.values()) {
            storm(tongue, 42, 300);
        }
    }

    @Test
    @Tag("gate")
    void everyCallEndsAndEveryPlaceComesBackAThousandTimes() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            for (Tongue tongue : Tongue.values()) {
                storm(tongue, seed, 1_000);
            }
        }
    }

    private static void storm(Tongue tongue, int seed, int calls) throws Exception {
        Random weather = new Random(seed);
        Answer[] answers = new Answer[997];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answer(tongue, weather.nextInt(100));
        }
        HttpTimeouts limits = new HttpTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(2));
        ResiliencePolicy policy = Trial.QUICK.toBuilder()
                .concurrency(20)
                .queue(calls)
                .retryBudget(100_000)
                .breakerPause(Duration.ofMillis(20))
                .build();
        int[] ends = new int[3];
        try (Trial trial =
                Trial.of(tongue, builder -> builder.timeouts(limits).resilience(policy), new Shuffled(answers))) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                ChatRequest question = Trial.question(i % 2 == 0 ? 100 : 8_000);
                CompletableFuture<ChatReply> future = trial.model.chatAsync(question, Runnable::run);
                if (weather.nextInt(10) == 0) {
                    future = future.orTimeout(weather.nextInt(100), TimeUnit.MILLISECONDS);
                }
                if (weather.nextInt(20) == 0) {
                    future.cancel(true);
                }
                all.add(future);
            }
            for (CompletableFuture<ChatReply> each : all) {
                ends[end(each)]++;
            }
            assertThat(ends[0]).as("answered").isGreaterThan(calls / 3);
            Eventually.holds(() -> trial.model.gate().contains(" 0 of "));
        }
    }

    private static int end(CompletableFuture<ChatReply> future) throws Exception {
        try {
            assertThat(future.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine weather");
            return 0;
        } catch (java.util.concurrent.CancellationException e) {
            return 1;
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e.getCause()).isInstanceOfAny(ChatException.class, TimeoutException.class);
            return 2;
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer answer(Tongue tongue, int dice) {
        Answer fine = (request, wire) -> (request.body().contains("\"stream\":true")
                        ? tongue.stream("fine ", "weather")
                        : tongue.answer("fine weather"))
                .give(request, wire);
        return switch (dice) {
            case 0, 1, 2, 3, 4, 5 -> Answer.json(429, tongue.error("rate_limit_error", "slow"));
            case 6, 7, 8 -> Answer.json(503, tongue.error("api_error", "busy"));
            case 9 -> Answer.text(429, Map.of("Retry-After", "0.02"), "{}");
            case 10 -> Answer.reset();
            case 11 -> Answer.hangUp();
            case 12 -> Answer.reset(tongue.body("half", "stop"), 20);
            case 13 -> Answer.truncatedChunk(tongue.body("half", "stop"));
            case 14 -> tongue.stream(tongue.pieces("half"), Wire::close);
            case 15 -> tongue.stream(tongue.pieces("half"), Wire::lastChunk);
            case 16 -> Answer.text(200, Map.of(), "");
            case 17 -> Answer.thenClose(fine);
            case 18 -> Answer.silence();
            case 19 -> Answer.json(200, tongue.error("overloaded_error", "sorry"));
            case 20 -> Answer.after(Duration.ofMillis(50), fine);
            default -> fine;
        };
    }

    /** Takes the next answer for each request, whichever call it is from. */
    private static final class Shuffled implements Answer {
        private final Answer[] answers;
        private final java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();

        Shuffled(Answer[] answers) {
            this.answers = answers;
        }

        @Override
        public void give(dev.alain.testkit.Received request, Wire wire) throws java.io.IOException {
            answers[next.getAndIncrement() % answers.length].give(request, wire);
        }
    }
}
