package dev.alain.samples.benchmarks;

import dev.alain.CookbookGenerator;
import dev.alain.Recipe;
import dev.alain.chat.ChatModel;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Many generations of 1 + 8 calls, every stage on disk and validated, against a chat model that takes its time: how far
 * above what the calls alone would take. Prints that ratio, memory and threads at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ManyGenerationsBenchmark {
    private static final int SECTIONS = 8;

    /** How many at once. */
    @Param({"1", "30", "1000"})
    public int generations;

    /** Calls at once. */
    @Param("256")
    public int concurrency;

    /** Milliseconds until the model answers. */
    @Param("2000")
    public int latency;

    private Path folder;
    private CookbookGenerator generator;
    private int round;
    private volatile int threads;
    private final AtomicInteger failed = new AtomicInteger();
    private final StringBuilder figures = new StringBuilder();

    /** Opens a generator over an empty folder. */
    @Setup(Level.Trial)
    public void start() throws IOException {
        folder = Files.createTempDirectory("many-generations");
        ChatModel model =
                ScriptedChatModel.of(new ScriptedLesson(SECTIONS)).forgetful().after(Duration.ofMillis(latency));
        generator = CookbookGenerator.builder()
                .chatModel(model)
                .concurrency(concurrency)
                .artifacts(folder)
                .build();
    }

    /** Says what it took, and deletes the folder. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        generator.close();
        System.out.println("\n  " + figures + "  threads " + threads + ", failed " + failed + ", " + status("VmHWM"));
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ManyGenerationsBenchmark::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, each with a recipe of its own. */
    @Benchmark
    public int generate() throws InterruptedException, IOException {
        round++;
        long start = System.nanoTime();
        CountDownLatch open = new CountDownLatch(generations);
        for (int i = 0; i < generations; i++) {
            Recipe recipe = Recipe.forText(CARD)
                    .topic("topic " + round + "." + i)
                    .maxSections(SECTIONS)
                    .build();
            var unused = generator.submit(recipe).result().whenComplete((manual, failure) -> {
                if (failure != null || !manual.report().passed()) {
                    failed.incrementAndGet();
                }
                open.countDown();
            });
        }
        while (!open.await(200, TimeUnit.MILLISECONDS)) {
            threads = Math.max(threads, Integer.parseInt(status("Threads").replaceAll("\\D", "")));
        }
        double millis = (System.nanoTime() - start) / 1e6;
        double bound = Math.max(2.0 * latency, generations * (1.0 + SECTIONS) * latency / concurrency);
        figures.append("%.0f ms = bound %.0f ms x %.3f; ".formatted(millis, bound, millis / bound));
        return round;
    }

    private static String status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElse("");
    }

    private static final String CARD = """
            ---
            pipeline_tag: text-classification
            library_name: transformers
            license: mit
            ---
            # Tiny

            Tiny reads short notes and says how urgent they are, in four classes, on any machine.

            ```python
            from transformers import pipeline
            print(pipeline("text-classification", model="acme/tiny")("now!"))
            ```
            """;
}
