package dev.alain.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.Budget;
import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.GenerationEvent;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.chat.ChatModel;
import dev.alain.core.Cards;
import dev.alain.core.store.FileArtifactStore;
import dev.alain.stage.Planner;
import dev.alain.stage.RunState;
import dev.alain.stage.StageDone;
import dev.alain.stage.StageTask;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many generations at once, and what hosts, plug-ins and interrupts do to them. */
@Timeout(90)
final class GenerationsTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(3);

    @TempDir
    Path root;

    private static Recipe recipe(String topic) {
        return Recipe.about(Cards.subject("text-classification", "transformers"))
                .topic(topic)
                .maxSections(3)
                .build();
    }

    private static ScriptedChatModel model() {
        return ScriptedChatModel.of(LESSON);
    }

    private static CookbookGenerator.Builder builder(ChatModel model) {
        return CookbookGenerator.builder().chatModel(model);
    }

    @Test
    void asksOnceWhenManyWantTheSame() {
        ScriptedChatModel model = model().after(Duration.ofMillis(20));
        try (CookbookGenerator generator = builder(model).build()) {
            List<Generation> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(generator.submit(recipe("bread")));
            }
            byte[] first = all.get(0).result().join().notebook().toBytes();
            all.forEach(each ->
                    assertThat(each.result().join().notebook().toBytes()).isEqualTo(first));
        }
        assertThat(model.calls()).isEqualTo(4);
    }

    @Test
    void reusesDossierAndOutlineWhereTheyAreShared() {
        ScriptedChatModel model = model();
        try (CookbookGenerator generator =
                builder(model).artifacts(new FileArtifactStore(root)).build()) {
            generator.generate(recipe("bread"));
            generator.generate(recipe("bread").toBuilder().seed(7).build());
        }
        assertThat(model.calls()).isLessThanOrEqualTo(8);
        try (CookbookGenerator generator =
                builder(model).artifacts(new FileArtifactStore(root)).build()) {
            int before = model.calls();
            generator.generate(recipe("bread"));
            assertThat(model.calls()).isEqualTo(before);
        }
    }

    @Test
    void sharesNothingOfAModelWithoutAName() {
        ScriptedChatModel model = model().named("");
        try (CookbookGenerator generator = builder(model).build()) {
            generator.generate(recipe("bread"));
            generator.generate(recipe("bread"));
        }
        assertThat(model.calls()).isEqualTo(8);
    }

    @Test
    void cancelsOneAndLeavesTheOthersAlone() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        ChatModel model = ScriptedChatModel.of((prompt, call) -> {
                    asked.countDown();
                    return Reaction.text(LESSON.answer(prompt));
                })
                .after(Duration.ofMillis(100));
        try (CookbookGenerator generator = builder(model).build()) {
            List<Generation> all = List.of(
                    generator.submit(recipe("a")), generator.submit(recipe("b")), generator.submit(recipe("c")));
            asked.await();
            all.get(1).cancel();

            assertThatThrownBy(() -> all.get(1).result().join()).hasCauseInstanceOf(GenerationCancelledException.class);
            assertThat(all.get(0).result().join().report().passed()).isTrue();
            assertThat(all.get(2).result().join().report().passed()).isTrue();
        }
    }

    @Test
    void letsAFollowerGoOnWhenTheOneBeforeItIsCancelled() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ChatModel model = ScriptedChatModel.of((prompt, call) -> {
                    asked.countDown();
                    return Reaction.text(LESSON.answer(prompt));
                })
                .after(Duration.ofMillis(150));
        try (CookbookGenerator generator = builder(model).build()) {
            Generation leader = generator.submit(recipe("same"));
            Generation follower = generator.submit(recipe("same"));
            asked.await();
            leader.cancel();

            assertThat(follower.result().join().report().passed()).isTrue();
        }
    }

    @Test
    void makesCallsOfOneGenerationAtOnceButNoMoreThanAllowed() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ChatModel model = ChatModel.named("counting", request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                return model().after(Duration.ofMillis(40)).chat(request);
            } finally {
                now.decrementAndGet();
            }
        });
        try (CookbookGenerator generator = builder(model).concurrency(2).build()) {
            generator.generate(recipe("bread"));
        }
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void workThroughQueuesOfAnyExecutor() {
        ThreadPoolExecutor small = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
        ThreadPoolExecutor caller = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        Executor inline = Runnable::run;
        for (Executor executor : List.of(small, caller, inline)) {
            try (CookbookGenerator generator =
                    builder(model()).executor(executor).concurrency(8).build()) {
                List<Generation> all = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    all.add(generator.submit(recipe("topic " + i)));
                }
                all.forEach(each ->
                        assertThat(each.result().join().report().passed()).isTrue());
                assertThat(generator.generate(recipe("last")).report().passed()).isTrue();
            }
        }
        small.shutdown();
        caller.shutdown();
    }

    @Test
    void endWhateverAPlugInThrows() {
        for (Throwable thrown :
                List.of(new AssertionError("x"), new StackOverflowError(), new java.io.IOException("x"))) {
            try (CookbookGenerator generator = builder(model()).concurrency(1).build()) {
                Generation heard = generator.submit(recipe("a"), event -> sneak(thrown));
                assertThat(heard.result().join().report().passed()).isTrue();
            }
            ChatModel broken = ChatModel.named("broken", request -> sneak(thrown));
            try (CookbookGenerator generator = builder(broken).concurrency(1).build()) {
                assertThatThrownBy(() -> generator.submit(recipe("b")).result().join())
                        .isNotNull();
                assertThatThrownBy(() -> generator.generate(recipe("c"))).isNotNull();
            }
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // which is the trick
    private static <T, E extends Throwable> T sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void letsCallbacksOfAResultUseTheGenerator() {
        try (CookbookGenerator generator = builder(model()).concurrency(1).build()) {
            CompletableFuture<NotebookArtifact> second =
                    generator.submit(recipe("a")).result().thenApply(manual -> generator.generate(recipe("b")));

            assertThat(second.join().report().passed()).isTrue();
        }
    }

    @Test
    void chargesNoTimeForWaitingInTheQueue() {
        ChatModel model = model().after(Duration.ofMillis(150));
        try (CookbookGenerator generator = builder(model).concurrency(1).build()) {
            List<Generation> all = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                all.add(generator.submit(recipe("topic " + i).toBuilder()
                        .budget(Budget.defaults().withTime(Duration.ofSeconds(6)))
                        .build()));
            }
            all.forEach(each -> assertThat(each.result()
                            .join()
                            .metrics()
                            .at("/teaching/fallback_steps")
                            .asInt())
                    .isZero());
        }
    }

    @Test
    void asksNothingMoreAfterItIsCancelledOrClosed() {
        ScriptedChatModel model = model();
        try (CookbookGenerator generator = builder(model).build()) {
            List<Generation> self = new ArrayList<>();
            CountDownLatch known = new CountDownLatch(1);
            Generation generation = generator.submit(recipe("a"), event -> {
                boolean outline = event.kind().equals(GenerationEvent.STAGE_STARTED)
                        && event.details().path("stage").asText().equals("outline");
                if (outline) {
                    await(known);
                    self.get(0).cancel();
                }
            });
            self.add(generation);
            known.countDown();
            assertThatThrownBy(() -> generation.result().join()).hasCauseInstanceOf(GenerationCancelledException.class);
        }
        assertThat(model.calls()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void endsAllOfManyWhenItIsClosed() {
        ScriptedChatModel model = model().after(Duration.ofSeconds(20));
        List<Generation> all = new ArrayList<>();
        CookbookGenerator generator = builder(model).concurrency(4).build();
        for (int i = 0; i < 2_000; i++) {
            all.add(generator.submit(recipe("topic " + i)));
        }
        generator.close();

        assertThat(model.calls()).isLessThanOrEqualTo(4);
        all.forEach(each -> assertThatThrownBy(() -> each.result().join()).isNotNull());
        assertThatThrownBy(() -> generator.generate(recipe("x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void canBeDrivenByAnEngineThatForgetsEverythingBetweenTasks() {
        ScriptedChatModel model = model();
        NotebookArtifact expected;
        try (CookbookGenerator generator = builder(model()).build()) {
            expected = generator.generate(recipe("bread"));
        }
        RunState state = engine(model, generator -> generator.begin(recipe("bread")));
        while (!Planner.finished(state)) {
            RunState now = RunState.fromJson(state.toJson());
            assertThat(now.toJson().length()).isLessThan(8_000);
            for (StageTask task : Planner.ready(now)) {
                RunState before = state;
                StageDone done = engine(model, generator -> generator.perform(before, task));
                StageDone again = engine(model, generator -> generator.perform(before, task));
                assertThat(again).isEqualTo(done);
                state = Planner.apply(Planner.apply(state, task, done), task, done);
            }
        }
        RunState last = state;
        NotebookArtifact manual = engine(model, generator -> generator.artifact(last));

        assertThat(manual.notebook().toBytes()).isEqualTo(expected.notebook().toBytes());
        assertThat(model.calls()).isEqualTo(4);
    }

    private <T> T engine(ChatModel model, java.util.function.Function<CookbookGenerator, T> work) {
        try (CookbookGenerator generator =
                builder(model).artifacts(new FileArtifactStore(root)).build()) {
            return work.apply(generator);
        }
    }

    @Test
    void sendsASectionBackThatTheJudgeRejects() {
        AtomicInteger reviews = new AtomicInteger();
        ChatModel judge = ScriptedChatModel.of(
                        (prompt, call) -> Reaction.text(
                                reviews.incrementAndGet() == 1
                                        ? "{\"status\":\"fail\",\"issues\":[{\"step\":2,\"severity\":\"error\",\"message\":\"it contradicts the card\"}],\"filler_sections\":[]}"
                                        : "{\"status\":\"warn\",\"issues\":[{\"step\":1,\"severity\":\"warning\",\"message\":\"the term is not explained\"}],\"filler_sections\":[]}"))
                .named("judge");
        ScriptedChatModel writer = model();
        try (CookbookGenerator generator = builder(writer).judge(judge).build()) {
            NotebookArtifact manual = generator.generate(recipe("bread"));

            assertThat(writer.calls()).isEqualTo(5);
            assertThat(writer.prompts().get(4)).contains("it contradicts the card", "SECTION_NUMBER: 2");
            assertThat(manual.report().findings())
                    .anySatisfy(finding -> assertThat(finding.message()).isEqualTo("the term is not explained"));
        }
    }
}
