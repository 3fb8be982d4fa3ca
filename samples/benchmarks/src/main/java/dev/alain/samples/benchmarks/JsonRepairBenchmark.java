package dev.alain.samples.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.json.JsonSanitizer;
import dev.alain.core.json.JsonRepair;
import java.io.IOException;
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

/** Reading of notebooks of 10 MB: mending reader, Jackson's strict tree, OWASP's sanitizer with Jackson behind it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonRepairBenchmark {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Which document. */
    @Param({"VALID_NOTEBOOK", "TRUNCATED_NOTEBOOK", "RAW_QUOTES_NOTEBOOK", "FENCED_NOTEBOOK", "VALID_NUMBERS"})
    private JsonShape shape = JsonShape.VALID_NOTEBOOK;

    private String text = "";
    private String valid = "";

    /** For JMH. */
    public JsonRepairBenchmark() {}

    /** Makes the document. */
    @Setup
    public void make() {
        text = shape.text(10_000_000);
        valid = (shape == JsonShape.VALID_NUMBERS ? shape : JsonShape.VALID_NOTEBOOK).text(10_000_000);
    }

    /** The mending reader on the shape. */
    @Benchmark
    public Object repair() {
        return JsonRepair.parse(text).value();
    }

    /** Jackson on the valid document of the same kind: the measure. */
    @Benchmark
    public Object jacksonOnValid() throws IOException {
        return MAPPER.readTree(valid);
    }

    /** The sanitizer, then Jackson on what it made; its values differ where it guesses. */
    @Benchmark
    public Object owaspSanitizer() throws IOException {
        try {
            return MAPPER.readTree(JsonSanitizer.sanitize(text));
        } catch (JsonProcessingException stillBroken) {
            return stillBroken;
        }
    }
}
