package dev.alain.core.pipeline;

import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.NotebookArtifact;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A generation on a thread of its own. */
final class RunningGeneration implements Generation {
    private final String runId;
    private final CompletableFuture<NotebookArtifact> result = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile @Nullable FutureTask<?> task;

    RunningGeneration(String runId) {
        this.runId = runId;
    }

    void start(Executor executor, Callable<NotebookArtifact> work) {
        FutureTask<Void> running = new FutureTask<>(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Exception | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                null);
        task = running;
        executor.execute(running);
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public CompletableFuture<NotebookArtifact> result() {
        return result.copy();
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
        FutureTask<?> running = task;
        if (running != null) {
            running.cancel(true);
        }
        // A task that never began completes nothing by itself.
        result.completeExceptionally(new GenerationCancelledException(runId));
    }
}
