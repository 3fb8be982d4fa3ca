package dev.alain.samples.benchmarks;

import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads, strictly validates and writes real notebooks; the score is notebooks a second.
 *
 * <p>Run with {@code -Dnotebooks=FOLDER}. Notebooks of format 4 are used, {@value #COUNT} a pass, in turn.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NotebookFormatBenchmark {
    static final int COUNT = 200;

    private final List<byte[]> notebooks = new ArrayList<>();

    /** For JMH. */
    public NotebookFormatBenchmark() {}

    /** Reads the files into memory. */
    @Setup
    public void readFiles() throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("notebooks", "../shared/data/notebooks/dev")))) {
            for (Path file : files.sorted().toList()) {
                NotebookDocument document = NotebookDocument.read(file);
                if (document.major() == 4) {
                    found.add(document.bytes());
                }
            }
        }
        for (int i = 0; i < COUNT; i++) {
            notebooks.add(found.get(i % found.size()));
        }
    }

    /** One pass over all notebooks. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void readValidateWrite(Blackhole hole) {
        for (byte[] bytes : notebooks) {
            NotebookDocument document = NotebookDocument.read(bytes);
            hole.consume(NotebookFormat.validate(document));
            hole.consume(NotebookFormat.write(document));
        }
    }
}
