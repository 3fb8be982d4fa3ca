package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationEvent;
import dev.alain.RunException;
import dev.alain.core.time.Sleeper;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Runs a stage unless its result is stored; a result is durable before anybody hears of it. Thread-safe. */
final class StageRunner {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int SAVES = 3;
    private static final Duration BETWEEN_SAVES = Duration.ofMillis(100);

    private final ArtifactStore store;
    private final Flights flights = new Flights();
    private final LongSupplier nanos;
    private final Sleeper sleeper;

    StageRunner(ArtifactStore store, LongSupplier nanos, Sleeper sleeper) {
        this.store = store;
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /** A stage's result, its key, and whether it was made now. */
    record Result<O>(O value, StageKey key, boolean reused, long millis) {}

    /**
     * How a stage is shown.
     *
     * @param percent of the run that is done when it ends
     */
    record Shown(String label, String message, int step, IntSupplier percent) {
        Shown(String label, String message, int percent) {
            this(label, message, 0, () -> percent);
        }
    }

    /**
     * The stage's result; empty while another run makes the same, then {@code whenFree} is run afterwards.
     */
    <I, O> Optional<Result<O>> run(PipelineStage<I, O> stage, I input, RunContext run, Shown shown, Runnable whenFree) {
        run.stopIfCancelled();
        long start = nanos.getAsLong();
        StageKey shared = stage.key(input);
        Optional<Result<O>> known = known(stage, shared, run, start);
        if (known.isPresent()) {
            started(stage, run, shown);
            return Optional.of(finished(stage, run, shown, known.get()));
        }
        if (!flights.enter(shared, whenFree)) {
            return Optional.empty();
        }
        boolean lasting = false;
        try {
            started(stage, run, shown);
            // Between the look and the entry somebody may have finished.
            Result<O> result = known(stage, shared, run, start).orElseGet(() -> made(stage, input, run, shared, start));
            lasting = result.key().equals(shared);
            return Optional.of(finished(stage, run, shown, result));
        } finally {
            flights.leave(shared, lasting);
        }
    }

    private static void started(PipelineStage<?, ?> stage, RunContext run, Shown shown) {
        run.events().emit(GenerationEvent.STAGE_STARTED, shown.label(), shown.message(), 0, details(stage, run, shown));
        run.stopIfCancelled();
    }

    private static <O> Result<O> finished(PipelineStage<?, O> stage, RunContext run, Shown shown, Result<O> result) {
        run.stopIfCancelled();
        ObjectNode details = details(stage, run, shown);
        details.put("millis", result.millis()).put("reused", result.reused());
        int percent = shown.percent().getAsInt();
        run.events().emit(GenerationEvent.STAGE_FINISHED, shown.label(), shown.message(), percent, details);
        return result;
    }

    private <I, O> Result<O> made(PipelineStage<I, O> stage, I input, RunContext run, StageKey shared, long start) {
        O value = stage.run(input, run.desk());
        boolean lasting = stage.lasting().test(value);
        if (!lasting) {
            // What a cancelled teacher left to its stand-in is not what this run wants to find again.
            run.stopIfCancelled();
        }
        StageKey key = lasting ? shared : ownKey(shared, run);
        byte[] json = json(stage, value);
        save(key, json);
        O kept = store.result(key)
                .filter(stored -> !Arrays.equals(stored, json))
                .flatMap(stored -> read(stored, stage.type()))
                .orElse(value);
        return new Result<>(kept, key, false, millis(start));
    }

    /** An answer that was paid for is not given up at the first hiccup of a disk. */
    private void save(StageKey key, byte[] json) {
        for (int left = SAVES - 1; ; left--) {
            try {
                store.save(key, json);
                return;
            } catch (RunException e) {
                if (left == 0 || !e.retryable()) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private void pause(RunException failure) {
        try {
            sleeper.sleep(BETWEEN_SAVES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private <O> Optional<Result<O>> known(PipelineStage<?, O> stage, StageKey shared, RunContext run, long start) {
        for (StageKey key : List.of(shared, ownKey(shared, run))) {
            Optional<O> value = stored(key, stage.type());
            if (value.isPresent()) {
                return Optional.of(new Result<>(value.get(), key, true, millis(start)));
            }
        }
        return Optional.empty();
    }

    /** Where a result stands that was made in need: the run that made it finds it again, others try anew. */
    private static StageKey ownKey(StageKey shared, RunContext run) {
        return new StageKey(CanonicalJson.sha256((shared.hex() + ":" + run.runId()).getBytes(StandardCharsets.UTF_8)));
    }

    private long millis(long start) {
        return (nanos.getAsLong() - start) / 1_000_000;
    }

    /** A stored result; one of another shape counts as missing. */
    <O> Optional<O> stored(StageKey key, Class<O> type) {
        return store.result(key).flatMap(json -> read(json, type));
    }

    private static <O> Optional<O> read(byte[] json, Class<O> type) {
        try {
            return Optional.of(MAPPER.readValue(json, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] json(PipelineStage<?, ?> stage, Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("a result of stage " + stage.name() + " cannot be written as JSON", e);
        }
    }

    private static ObjectNode details(PipelineStage<?, ?> stage, RunContext run, Shown shown) {
        ObjectNode details = run.tags().deepCopy().put("stage", stage.name());
        return shown.step() > 0 ? details.put("step", shown.step()) : details;
    }
}
