package dev.alain.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.GenerationEvent;
import dev.alain.GenerationPlan;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.ResearchException;
import dev.alain.RunException;
import dev.alain.core.Cards;
import dev.alain.core.observe.MicrometerListener;
import dev.alain.core.store.FileArtifactStore;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineTest {
    private static final Recipe RECIPE = Recipe.about(Cards.subject("text-classification", "transformers"))
            .topic("bread")
            .build();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path root;

    @Test
    void writesEveryFileOfARun() throws Exception {
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            NotebookArtifact manual = generator.generate(RECIPE);
            Path folder = manual.folder().orElseThrow();

            assertThat(folder.getParent().getFileName()).hasToString("acme-tiny");
            assertThat(folder.getFileName().toString()).startsWith("20260102-030405-");
            for (String name : List.of(
                    "manifest.json",
                    "research.json",
                    "outline.json",
                    "sections/01.json",
                    "notebook.ipynb",
                    "validation.md",
                    "validation.json",
                    "metrics.json",
                    ".env.local.example")) {
                assertThat(folder.resolve(name)).exists();
            }
            JsonNode manifest = MAPPER.readTree(folder.resolve("manifest.json").toFile());
            assertThat(manifest.path("outcome").asText()).isEqualTo("done");
            assertThat(MAPPER.treeToValue(manifest.path("recipe"), Recipe.class))
                    .isEqualTo(RECIPE);
            for (JsonNode file : manifest.path("files")) {
                byte[] bytes = java.nio.file.Files.readAllBytes(
                        folder.resolve(file.path("file").asText()));
                assertThat(CanonicalJson.sha256(bytes))
                        .isEqualTo(file.path("sha256").asText());
            }
        }
    }

    @Test
    void givesTheSameBytesForTheSameInput() {
        byte[] first;
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            first = generator.generate(RECIPE).notebook().toBytes();
        }
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            assertThat(generator.generate(RECIPE).notebook().toBytes()).isEqualTo(first);
        }
    }

    @Test
    void makesNothingTwice() {
        CountingStore store = new CountingStore(new FileArtifactStore(root), Integer.MAX_VALUE);
        try (CookbookGenerator generator = generator(store)) {
            generator.generate(RECIPE);
            int made = store.saved.get();
            generator.generate(RECIPE);

            assertThat(store.saved.get()).isEqualTo(made);
        }
    }

    @Test
    void finishesARunThatDiedAtAnyMoment() {
        byte[] expected;
        int results;
        CountingStore whole = new CountingStore(new FileArtifactStore(root.resolve("whole")), Integer.MAX_VALUE);
        try (CookbookGenerator generator = generator(whole)) {
            expected = generator.generate(RECIPE).notebook().toBytes();
            results = whole.saved.get();
        }
        for (int survived = 0; survived < results; survived++) {
            Path folder = root.resolve("dies-" + survived);
            CountingStore dying = new CountingStore(new FileArtifactStore(folder), survived);
            List<GenerationEvent> events = new ArrayList<>();
            try (CookbookGenerator generator = generator(dying)) {
                assertThatThrownBy(() -> generator.generate(RECIPE, events::add))
                        .isInstanceOf(Death.class);
            }
            CountingStore again = new CountingStore(new FileArtifactStore(folder), Integer.MAX_VALUE);
            try (CookbookGenerator generator = generator(again)) {
                NotebookArtifact manual = generator.resume(events.get(0).runId());

                assertThat(manual.notebook().toBytes()).isEqualTo(expected);
                assertThat(again.saved.get()).isEqualTo(results - dying.saved.get());
            }
        }
    }

    @Test
    void tellsWhatHappensInOrder() {
        List<GenerationEvent> events = new ArrayList<>();
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            generator.generate(RECIPE, events::add);
        }

        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).isEqualTo(i + 1);
        }
        assertThat(events.get(0).kind()).isEqualTo(GenerationEvent.STARTED);
        assertThat(events.get(events.size() - 1).percent()).isEqualTo(100);
        assertThat(events).extracting(GenerationEvent::percent).isSorted();
        List<GenerationEvent> sections = events.stream()
                .filter(event -> event.kind().equals(GenerationEvent.STAGE_FINISHED)
                        && event.label().equals("Section Scribe"))
                .toList();
        assertThat(sections.get(0).percent())
                .isLessThan(sections.get(sections.size() - 1).percent());
        assertThat(sections.get(sections.size() - 1).percent()).isEqualTo(80);
        assertThat(events)
                .extracting(GenerationEvent::label)
                .contains(
                        "Research Scout",
                        "Lesson Architect",
                        "Outline Builder",
                        "Section Scribe",
                        "Classroom Monitor",
                        "Semantic Reviewer",
                        "Quality & Colab Fixer",
                        "Orchestrator");
    }

    @Test
    void isNotDisturbedByAListenerThatThrows() {
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            NotebookArtifact manual = generator.generate(RECIPE, event -> {
                throw new IllegalStateException("broken listener");
            });

            assertThat(manual.report().passed()).isTrue();
        }
    }

    @Test
    void stopsWhenItIsCancelled() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            Generation generation = generator.submit(RECIPE, event -> {
                if (event.label().equals("Outline Builder")) {
                    reached.countDown();
                    awaitInterrupt();
                }
            });
            reached.await();
            generation.cancel();

            assertThatThrownBy(() -> generation.result().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(GenerationCancelledException.class);
        }
    }

    @Test
    void givesTheRunBackBeforeItSaysThatItIsCancelled() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            Generation generation = generator.submit(RECIPE, event -> {
                if (event.label().equals("Outline Builder")) {
                    reached.countDown();
                    awaitInterrupt();
                }
            });
            reached.await();
            generation.cancel();
            assertThatThrownBy(() -> generation.result().join()).hasCauseInstanceOf(GenerationCancelledException.class);

            assertThat(generator.resume(generation.runId()).report().passed()).isTrue();
        }
    }

    @Test
    void resumesWithWhatWasReadThoughTheCardHasGone(@TempDir Path elsewhere) throws Exception {
        Path card = elsewhere.resolve("README.md");
        java.nio.file.Files.writeString(card, Cards.of("text-classification", "transformers"));
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            NotebookArtifact manual = generator.generate(Recipe.forCard(card).build());
            java.nio.file.Files.delete(card);

            assertThat(generator.resume(manual.runId()).notebook().toBytes())
                    .isEqualTo(manual.notebook().toBytes());
        }
    }

    @Test
    void takesNoWorkAfterItIsClosed() {
        CookbookGenerator generator = CookbookGenerator.builder().build();
        generator.close();

        assertThatThrownBy(() -> generator.submit(RECIPE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPlaceholderInTheTopicIsNoPlaceholderInTheManual() {
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            Recipe recipe = Recipe.about(Cards.subject("text-classification", "transformers"))
                    .topic("a todo list")
                    .build();

            assertThat(generator.generate(recipe).report().findings()).isEmpty();
        }
    }

    @Test
    void stopsWhenItsThreadIsInterruptedAndKeepsTheFlag() {
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> generator.generate(RECIPE)).isInstanceOf(GenerationCancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void worksOnAnExecutorThatRunsNothing() {
        try (CookbookGenerator generator =
                CookbookGenerator.builder().executor(task -> {}).build()) {
            assertThat(generator.generate(RECIPE).report().passed()).isTrue();
        }
    }

    @Test
    void plansWithoutWritingSections() {
        CountingStore store = new CountingStore(new FileArtifactStore(root), Integer.MAX_VALUE);
        try (CookbookGenerator generator = generator(store)) {
            GenerationPlan plan = generator.plan(RECIPE);

            assertThat(plan.outline().steps()).isNotEmpty();
            assertThat(plan.estimatedCalls()).isZero();
            assertThat(store.saved.get()).isEqualTo(2);
        }
    }

    @Test
    void recordsMetricsWhenARegistryIsGiven() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (CookbookGenerator generator = CookbookGenerator.builder()
                .listener(new MicrometerListener(registry))
                .build()) {
            NotebookArtifact manual = generator.generate(RECIPE);

            assertThat(registry.get("alain_outline_duration_ms")
                            .tags("provider", "offline", "difficulty", "intermediate")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("alain_section_generated_total").counter().count())
                    .isEqualTo(manual.sections().size());
            assertThat(registry.get("alain_section_duration_ms").timer().count())
                    .isEqualTo(manual.sections().size());
        }
    }

    @Test
    void failsWithATypedErrorAndKeepsTheRun() throws Exception {
        List<GenerationEvent> events = new ArrayList<>();
        try (CookbookGenerator generator = generator(new FileArtifactStore(root))) {
            assertThatThrownBy(() -> generator.generate(Recipe.forText("  ").build(), events::add))
                    .isInstanceOf(ResearchException.class);
            assertThat(events.get(events.size() - 1).kind()).isEqualTo(GenerationEvent.FAILED);
            assertThatThrownBy(() -> generator.resume("ffffffff")).isInstanceOf(RunException.class);
        }
    }

    @Test
    void leavesNoThreadBehind() {
        CookbookGenerator generator = CookbookGenerator.builder().build();
        generator.generate(RECIPE);
        generator.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("alain-") && !thread.isDaemon())
                .isEmpty();
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CookbookGenerator generator(ArtifactStore store) {
        return new GeneratorBuilder()
                .random(new Random(7))
                .clock(CLOCK)
                .artifacts(store)
                .build();
    }

    /** Ends a run as a power failure would: nothing is caught, nothing more is stored. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what is stored, and dies after some results. */
    private static final class CountingStore implements ArtifactStore {
        private final ArtifactStore store;
        private final int survives;
        private final AtomicInteger saved = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        CountingStore(ArtifactStore store, int survives) {
            this.store = store;
            this.survives = survives;
        }

        @Override
        public Optional<byte[]> result(StageKey key) {
            return store.result(key);
        }

        @Override
        public void save(StageKey key, byte[] content) {
            if (asked.incrementAndGet() > survives) {
                throw new Death();
            }
            store.save(key, content);
            saved.incrementAndGet();
        }

        @Override
        public RunFiles create(String runId, String subject, Instant startedAt) {
            return store.create(runId, subject, startedAt);
        }

        @Override
        public RunFiles open(String runId) {
            return store.open(runId);
        }
    }
}
