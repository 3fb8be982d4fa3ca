package dev.alain.core.pipeline;

import dev.alain.AlainException;
import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.NotebookArtifact;
import dev.alain.RunException;
import dev.alain.core.pipeline.Workshop.Performed;
import dev.alain.stage.Planner;
import dev.alain.stage.RunState;
import dev.alain.stage.StageTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A generation under way: which of its tasks are ready, at work and done. It holds no thread while it waits.
 *
 * <p>The planner says what comes next; the queue says when; any thread does it, also one that waits for the result.
 */
final class GenerationRun implements Generation {
    private final String tenant;
    private final long number;
    private final RunWork work;
    private final WorkQueue<Job> queue;
    private final CompletableFuture<NotebookArtifact> result = new CompletableFuture<>();

    /** Begun and not yet taken up by a thread, for one that waits for the result. */
    private final Deque<Job> offered = new ArrayDeque<>();

    private final Set<Job> active = new HashSet<>();
    private final Set<StageTask> known = new HashSet<>();
    private RunState state;
    private @Nullable Throwable failure;
    private volatile boolean cancelled;
    private boolean ended;

    GenerationRun(RunState state, String tenant, long number, RunWork work, WorkQueue<Job> queue) {
        this.state = state;
        this.tenant = tenant;
        this.number = number;
        this.work = work;
        this.queue = queue;
    }

    String tenant() {
        return tenant;
    }

    long number() {
        return number;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public String runId() {
        return state.runId();
    }

    @Override
    public CompletableFuture<NotebookArtifact> result() {
        return result.copy();
    }

    /** Puts the first task into the queue. */
    void start() {
        queue.add(fresh());
    }

    /** Tasks that became ready and are not known yet. */
    private synchronized List<Job> fresh() {
        List<Job> jobs = new ArrayList<>();
        if (failure == null && !cancelled) {
            for (StageTask task : Planner.ready(state)) {
                if (known.add(task)) {
                    jobs.add(new Job(this, task));
                }
            }
        }
        return jobs;
    }

    /** Has a permit: hands the job to the executor and to whoever waits; false when nobody takes it now. */
    boolean begin(Job job) {
        synchronized (this) {
            active.add(job);
            offered.add(job);
            notifyAll();
        }
        if (failed()) {
            withdraw(job);
            return true;
        }
        try {
            work.executor().execute(job);
            return true;
        } catch (RuntimeException | Error e) {
            return refused(job, e);
        }
    }

    /** The executor did not take a job: a thread that waits for the result will, or it is tried again later. */
    private boolean refused(Job job, Throwable reason) {
        boolean busy = reason instanceof RejectedExecutionException;
        if (busy && work.helped()) {
            return true;
        }
        synchronized (this) {
            active.remove(job);
            offered.remove(job);
        }
        if (busy && queue.putBack(job)) {
            return false;
        }
        synchronized (this) {
            active.add(job);
        }
        fail(new RunException(
                runId(),
                "the executor of the generator takes no work of run " + runId(),
                true,
                "Give the generator an executor that takes as much as its concurrency",
                reason));
        withdraw(job);
        return true;
    }

    private void withdraw(Job job) {
        if (job.withdraw()) {
            after(job, List.of());
        }
    }

    /** The work of a job, in its thread; what became ready by it. */
    List<Job> perform(Job job) {
        try {
            if (failed()) {
                return List.of();
            }
            Optional<Performed> performed = work.perform(state(), job.task(), () -> again(job.task()));
            return performed.isPresent() ? advance(job.task(), performed.get()) : List.of();
        } catch (Throwable e) { // a border: plug-ins run in here, and some languages throw anything
            fail(e);
            return List.of();
        }
    }

    /** After a job: others begin, then whoever waits for the result hears of it, so that no permit is held meanwhile. */
    void after(Job job, List<Job> next) {
        Runnable completion = () -> {};
        try {
            synchronized (this) {
                active.remove(job);
                offered.remove(job);
            }
            queue.add(next);
            completion = endIfIdle();
        } finally {
            queue.done();
            completion.run();
        }
    }

    private synchronized RunState state() {
        return state;
    }

    private synchronized boolean failed() {
        return failure != null || cancelled;
    }

    private List<Job> advance(StageTask task, Performed performed) {
        synchronized (this) {
            state = Planner.apply(state, task, performed.done());
        }
        return fresh();
    }

    /** Another run has made, or given up, what this task waited for. */
    private void again(StageTask task) {
        queue.add(List.of(new Job(this, task)));
    }

    private void fail(Throwable problem) {
        List<Job> others;
        synchronized (this) {
            if (failure == null) {
                failure = problem;
            }
            others = new ArrayList<>(active);
        }
        queue.remove(job -> job.generationRun() == this);
        others.forEach(Job::interrupt);
    }

    /**
     * Ends the run when it is finished, or failed and nothing of it is at work any more.
     *
     * @return completes the result
     */
    private Runnable endIfIdle() {
        Throwable problem;
        synchronized (this) {
            boolean finished = Planner.finished(state);
            boolean stopped = failure != null || cancelled;
            if (ended || !active.isEmpty() || !(finished || stopped)) {
                return () -> {};
            }
            ended = true;
            problem = finished ? null : cancelled ? new GenerationCancelledException(runId()) : failure;
        }
        return ending(problem);
    }

    private Runnable ending(@Nullable Throwable problem) {
        Throwable shown = problem;
        if (shown == null) {
            try {
                NotebookArtifact artifact = work.seal(state());
                return () -> finish(result.complete(artifact));
            } catch (Throwable e) { // a border: a store of the host's
                shown = e;
            }
        }
        Throwable failed = work.failed(shown);
        return () -> finish(result.completeExceptionally(failed));
    }

    private synchronized void finish(boolean completed) {
        if (completed) {
            notifyAll();
        }
    }

    /** The result comes when the work has ended and its files are closed, or at once when it never began. */
    @Override
    public void cancel() {
        cancelled = true;
        List<Job> others;
        synchronized (this) {
            others = new ArrayList<>(active);
        }
        queue.remove(job -> job.generationRun() == this);
        others.forEach(this::withdraw);
        others.forEach(Job::interrupt);
        endIfIdle().run();
    }

    /**
     * Waits for the result, and meanwhile does what no other thread has taken up: a full executor delays nothing.
     *
     * @throws GenerationCancelledException if the thread is interrupted
     */
    NotebookArtifact await() {
        boolean interrupted = false;
        while (!result.isDone()) {
            if (Thread.interrupted()) {
                interrupted = true;
                cancel();
            }
            Job job = interrupted ? null : offer();
            if (job != null) {
                job.run();
            } else {
                interrupted |= sleep(interrupted);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AlainException known) {
                throw known;
            }
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : e;
        }
    }

    private synchronized @Nullable Job offer() {
        return offered.poll();
    }

    /** Whether an interrupt came. */
    private boolean sleep(boolean cancelledAlready) {
        try {
            synchronized (this) {
                while (!result.isDone() && (offered.isEmpty() || cancelledAlready)) {
                    wait();
                }
            }
            return false;
        } catch (InterruptedException e) {
            if (!cancelledAlready) {
                cancel();
            }
            return true;
        }
    }
}
