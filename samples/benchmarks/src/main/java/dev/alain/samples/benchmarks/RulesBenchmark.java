package dev.alain.samples.benchmarks;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All rules on one real notebook, from bytes to report; the score is milliseconds.
 *
 * <p>Run with {@code -Dnotebooks=FOLDER}. The notebook is the one that stands at {@code percent} of all Python notebooks
 * of format 4 by size; {@code copies} puts its cells together so many times, for the growth.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RulesBenchmark {
    /** Which notebook, by size. */
    @Param({"50", "90"})
    public int percent;

    /** How many times its cells. */
    @Param({"1", "10"})
    public int copies;

    private final NotebookValidator validator = NotebookValidator.builder().build();
    private byte[] bytes = {};

    /** For JMH. */
    public RulesBenchmark() {}

    /** Chooses the notebook. */
    @Setup
    public void choose() throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("notebooks", "../shared/data/notebooks/dev")))) {
            for (Path file : files.sorted().toList()) {
                NotebookDocument document = NotebookDocument.read(file);
                boolean python = document.json()
                        .map(json -> json.path("metadata")
                                .path("kernelspec")
                                .path("name")
                                .asText())
                        .filter(name -> name.startsWith("python"))
                        .isPresent();
                if (python && document.major() == 4) {
                    found.add(document.bytes());
                }
            }
        }
        found.sort(Comparator.comparingInt(file -> file.length));
        bytes = Copies.of(found.get(found.size() * percent / 100), copies);
    }

    /** Reads and checks it. */
    @Benchmark
    public ValidationReport allRules() {
        return validator.validate(NotebookDocument.read(bytes));
    }
}
