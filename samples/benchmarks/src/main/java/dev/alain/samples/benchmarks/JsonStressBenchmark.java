package dev.alain.samples.benchmarks;

import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.JsonRepairException;
import java.util.concurrent.TimeUnit;
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

/** Hostile shapes at 256 KB and 1 MB: four times the text should take about four times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class JsonStressBenchmark {
    /** Which text. */
    @Param
    private JsonShape shape = JsonShape.UNESCAPED_QUOTES;

    /** How long it is, in characters. */
    @Param({"262144", "1048576"})
    private int size;

    private String text = "";

    /** For JMH. */
    public JsonStressBenchmark() {}

    /** Makes the text. */
    @Setup
    public void make() {
        text = shape.text(size);
    }

    /** One reading; a typed failure counts as an answer. */
    @Benchmark
    public Object repair() {
        try {
            return JsonRepair.parse(text);
        } catch (JsonRepairException refused) {
            return refused;
        }
    }
}
