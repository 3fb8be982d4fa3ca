package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatReply;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Threads: all daemons, and none of ours left after closing. */
@Isolated("looks at all threads of the process")
final class ThreadsTest {
    @Test
    void noneIsLeftAfterClosing() {
        ResiliencePolicy wide = ResiliencePolicy.builder().concurrency(50).build();
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                builder -> builder.resilience(wide),
                Answer.after(Duration.ofMillis(100), Tongue.OPENAI.answer("ok")))) {
            List<CompletableFuture<ChatReply>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(trial.model.chatAsync(Trial.question(10), Runnable::run));
            }
            all.forEach(CompletableFuture::join);
            assertThat(ours()).isNotEmpty().allMatch(Thread::isDaemon);
        }
        Eventually.holds(() -> ours().isEmpty());
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("OkHttp"))
                .allMatch(Thread::isDaemon);
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("alain-"))
                .collect(Collectors.toSet());
    }
}
