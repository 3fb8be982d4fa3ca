package dev.alain.core.pipeline;

import dev.alain.stage.Stage;
import dev.alain.stage.StageKey;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A stage made of functions.
 *
 * @param lasting whether a result holds for every run with the same key, or, made in need, for its own run only
 */
record PipelineStage<I, O>(
        String name,
        int version,
        Class<O> type,
        Function<I, StageKey> keys,
        BiFunction<I, RunDesk, O> work,
        Predicate<O> lasting)
        implements Stage<I, O> {
    @Override
    public StageKey key(I input) {
        return keys.apply(input);
    }

    @Override
    public O run(I input) {
        return work.apply(input, RunDesk.alone());
    }

    /** The same stage when its result is at hand already. */
    PipelineStage<I, O> giving(O result) {
        return new PipelineStage<>(name, version, type, keys, (input, desk) -> result, lasting);
    }

    O run(I input, RunDesk desk) {
        return work.apply(input, desk);
    }
}
