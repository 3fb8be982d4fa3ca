package dev.alain.core.pipeline;

import dev.alain.stage.Stage;
import dev.alain.stage.StageKey;
import java.util.function.Function;

/** A stage made of two functions. */
record PipelineStage<I, O>(String name, int version, Class<O> type, Function<I, StageKey> keys, Function<I, O> work)
        implements Stage<I, O> {
    @Override
    public StageKey key(I input) {
        return keys.apply(input);
    }

    @Override
    public O run(I input) {
        return work.apply(input);
    }
}
