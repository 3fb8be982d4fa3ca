package dev.alain.core.pipeline;

import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.NotebookArtifact;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A generation on a thread of its own. */
final class RunningGeneration implements Generation {
    private final String runId;
    private final CompletableFuture<NotebookArtifact> result = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable FutureTask<?> task;

    RunningGeneration(String runId) {
        this.runId = runId;
    }

    /**
     * @throws IllegalStateException if the executor takes no more work
     */
    void start(Executor executor, Callable<NotebookArtifact> work) {
        FutureTask<Void> running = new FutureTask<>(() -> run(work), null);
        task = running;
        try {
            executor.execute(running);
        } catch (RejectedExecutionException e) {
            IllegalStateException closed =
                    new IllegalStateException("the generator takes no more work; is it closed?", e);
            result.completeExceptionally(closed);
            throw closed;
        }
    }

    private void run(Callable<NotebookArtifact> work) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            result.complete(work.call());
        } catch (Exception | Error e) {
            result.completeExceptionally(e);
        }
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

    /** The result comes when the work has ended and its files are closed, or at once when it never began. */
    @Override
    public void cancel() {
        cancelled = true;
        if (begun.compareAndSet(false, true)) {
            result.completeExceptionally(new GenerationCancelledException(runId));
        }
        FutureTask<?> running = task;
        if (running != null) {
            running.cancel(true);
        }
    }
}
