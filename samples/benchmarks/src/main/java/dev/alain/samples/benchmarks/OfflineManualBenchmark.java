package dev.alain.samples.benchmarks;

import dev.alain.CookbookGenerator;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Makes one whole manual, validation included; every pass has another seed, so nothing is taken from the store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OfflineManualBenchmark {
    private final CookbookGenerator generator = CookbookGenerator.builder().build();
    private String card = "";
    private long seed;

    /** For JMH. */
    public OfflineManualBenchmark() {}

    /** Reads the card; choose one with {@code -Dcard=FILE}. */
    @Setup
    public void readCard() throws IOException {
        card = Files.readString(Path.of(System.getProperty("card", "samples/quickstart/cards/all-MiniLM-L6-v2.md")));
    }

    /** One manual. */
    @Benchmark
    public NotebookArtifact manual() {
        return generator.generate(Recipe.forText(card).seed(seed++).build());
    }

    /** Ends the generator's threads. */
    @TearDown
    public void close() {
        generator.close();
    }
}
