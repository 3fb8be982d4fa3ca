package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationCancelledException;
import dev.alain.Recipe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A run as its stages see it. Values are kept while it is at work, so that nothing is read twice; without them they are
 * read from the store.
 *
 * @param writer the teacher's identity in keys; that of a nameless one holds for this run only
 */
record RunContext(
        String runId,
        Recipe recipe,
        String writer,
        RunDesk desk,
        EventStream events,
        ObjectNode tags,
        BooleanSupplier cancelled,
        Map<String, Object> values,
        AtomicInteger sectionsDone) {
    RunContext(
            String runId,
            Recipe recipe,
            String writer,
            RunDesk desk,
            EventStream events,
            ObjectNode tags,
            BooleanSupplier cancelled) {
        this(runId, recipe, writer, desk, events, tags, cancelled, new ConcurrentHashMap<>(), new AtomicInteger());
    }

    void stopIfCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new GenerationCancelledException(runId);
        }
    }
}
