package dev.alain.core.research;

import dev.alain.core.hub.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does several things at the same time until a deadline.
 *
 * <p>The calling thread does what no other has begun: so it needs no free thread, and waits for no task that waits for
 * itself.
 */
final class SideBySide {
    private final Executor executor;
    private final Deadline deadline;

    SideBySide(Executor executor, Deadline deadline) {
        this.executor = executor;
        this.deadline = deadline;
    }

    /** The results in the order of the tasks; empty where time ran out, or the thread was interrupted. */
    <T> List<Optional<T>> run(List<Supplier<T>> work) {
        List<FutureTask<T>> tasks = tasks(work);
        // The first is for this thread.
        tasks.stream().skip(1).forEach(this::offer);
        return results(tasks);
    }

    /** Begins tasks whose results are fetched later by {@link #results}. */
    <T> List<FutureTask<T>> begin(List<Supplier<T>> work) {
        List<FutureTask<T>> tasks = tasks(work);
        tasks.forEach(this::offer);
        return tasks;
    }

    /** The results in the order of the tasks; empty where time ran out, or the thread was interrupted. */
    <T> List<Optional<T>> results(List<FutureTask<T>> tasks) {
        List<Optional<T>> results = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            if (Thread.currentThread().isInterrupted()) {
                task.cancel(true);
                results.add(Optional.empty());
            } else {
                task.run();
                results.add(result(task));
            }
        }
        return results;
    }

    private static <T> List<FutureTask<T>> tasks(List<Supplier<T>> work) {
        return work.stream().map(each -> new FutureTask<>(each::get)).toList();
    }

    private void offer(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // Then the calling thread does it.
            return;
        }
    }

    private <T> Optional<T> result(FutureTask<T> task) {
        try {
            // Began by another thread, which may take longer than there is time.
            return Optional.of(task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("suppliers throw runtime exceptions only", e);
        }
    }
}
