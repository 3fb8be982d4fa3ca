package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationCancelledException;
import dev.alain.GenerationEvent;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Runs a stage unless its result is stored; a result is durable before anybody hears of it. */
final class StageRunner {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ArtifactStore store;
    private final EventStream events;
    private final LongSupplier nanos;
    private final BooleanSupplier cancelled;
    private final ObjectNode tags;

    StageRunner(
            ArtifactStore store, EventStream events, LongSupplier nanos, BooleanSupplier cancelled, ObjectNode tags) {
        this.store = store;
        this.events = events;
        this.nanos = nanos;
        this.cancelled = cancelled;
        this.tags = tags;
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

    <I, O> Result<O> run(PipelineStage<I, O> stage, I input, Shown shown) {
        return run(stage, input, shown, Optional.empty());
    }

    /**
     * The same for a run that is resumed.
     *
     * @param earlier the key that the run noted before; its result is used while it is stored, even if the input has changed
     */
    <I, O> Result<O> run(PipelineStage<I, O> stage, I input, Shown shown, Optional<StageKey> earlier) {
        stopIfCancelled();
        long start = nanos.getAsLong();
        events.emit(GenerationEvent.STAGE_STARTED, shown.label(), shown.message(), 0, details(stage, shown));
        StageKey key = earlier.filter(known -> stored(known, stage).isPresent()).orElseGet(() -> stage.key(input));
        Optional<O> stored = stored(key, stage);
        O value = stored.orElseGet(() -> make(stage, input, key));
        stopIfCancelled();
        long millis = (nanos.getAsLong() - start) / 1_000_000;
        ObjectNode details = details(stage, shown).put("millis", millis).put("reused", stored.isPresent());
        events.emit(
                GenerationEvent.STAGE_FINISHED,
                shown.label(),
                shown.message(),
                shown.percent().getAsInt(),
                details);
        return new Result<>(value, key, stored.isPresent(), millis);
    }

    private <O> Optional<O> stored(StageKey key, PipelineStage<?, O> stage) {
        return store.result(key).flatMap(bytes -> read(bytes, stage.type()));
    }

    private <I, O> O make(PipelineStage<I, O> stage, I input, StageKey key) {
        O made = stage.run(input);
        try {
            byte[] json = MAPPER.writeValueAsBytes(made);
            store.save(key, json);
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("a result of stage " + stage.name() + " cannot be written as JSON", e);
        }
    }

    /** A stored result of another shape counts as missing. */
    private static <O> Optional<O> read(byte[] json, Class<O> type) {
        try {
            return Optional.of(MAPPER.readValue(json, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ObjectNode details(PipelineStage<?, ?> stage, Shown shown) {
        ObjectNode details = tags.deepCopy().put("stage", stage.name());
        return shown.step() > 0 ? details.put("step", shown.step()) : details;
    }

    void stopIfCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new GenerationCancelledException(events.runId());
        }
    }
}
