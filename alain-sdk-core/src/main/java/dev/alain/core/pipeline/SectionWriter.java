package dev.alain.core.pipeline;

import dev.alain.AlainException;
import dev.alain.GenerationCancelledException;
import dev.alain.core.pipeline.StageRunner.Result;
import dev.alain.core.pipeline.StageRunner.Shown;
import dev.alain.core.pipeline.Stages.SectionInput;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * Writes all sections at once and keeps their order.
 *
 * <p>The waiting thread writes whatever no other thread has begun, so a full executor delays nothing and cannot lock up.
 */
final class SectionWriter {
    private final StageRunner runner;
    private final PipelineStage<SectionInput, Section> stage;
    private final Executor executor;
    private final String runId;

    SectionWriter(StageRunner runner, PipelineStage<SectionInput, Section> stage, Executor executor, String runId) {
        this.runner = runner;
        this.stage = stage;
        this.executor = executor;
        this.runId = runId;
    }

    List<Result<Section>> write(Outline outline, IntFunction<SectionInput> inputs) {
        List<FutureTask<Result<Section>>> tasks = new ArrayList<>();
        AtomicInteger finished = new AtomicInteger();
        IntSupplier percent =
                () -> 20 + 60 * finished.incrementAndGet() / outline.steps().size();
        for (Step step : outline.steps()) {
            Shown shown = new Shown("Section Scribe", step.title(), step.number(), percent);
            tasks.add(new FutureTask<>(() -> runner.run(stage, inputs.apply(step.number()), shown)));
        }
        try {
            tasks.forEach(this::begin);
            tasks.forEach(FutureTask::run);
            List<Result<Section>> results = new ArrayList<>();
            for (FutureTask<Result<Section>> task : tasks) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GenerationCancelledException(runId);
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            tasks.forEach(task -> task.cancel(true));
        }
    }

    private void begin(FutureTask<?> task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The waiting thread writes it.
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error fatal) {
            throw fatal;
        }
        if (e.getCause() instanceof AlainException known) {
            return known;
        }
        return e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException("a section failed", e);
    }
}
