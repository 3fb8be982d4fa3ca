package dev.alain.core.pipeline;

import dev.alain.stage.StageTask;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A task of a run on its way through the queue: runs once, on whichever thread comes first. */
final class Job implements WorkQueue.Job, Runnable {
    private final GenerationRun run;
    private final StageTask task;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private @Nullable Thread worker;
    private boolean cancelled;

    Job(GenerationRun run, StageTask task) {
        this.run = run;
        this.task = task;
    }

    StageTask task() {
        return task;
    }

    GenerationRun generationRun() {
        return run;
    }

    @Override
    public String tenant() {
        return run.tenant();
    }

    @Override
    public long generation() {
        return run.number();
    }

    @Override
    public int depth() {
        return task.depth();
    }

    @Override
    public int step() {
        return task.step();
    }

    @Override
    public boolean begin() {
        return run.begin(this);
    }

    /**
     * Does the task, unless another thread has begun it.
     *
     * <p>A flag of an interrupt that stood before is not meant for this run, and is put back; what follows the task, which
     * may be tasks of other runs where the executor is the calling thread, comes after this one has left the thread.
     */
    @Override
    public void run() {
        if (!claimed.compareAndSet(false, true)) {
            return;
        }
        boolean before = Thread.interrupted();
        List<Job> next;
        enter();
        try {
            next = run.perform(this);
        } finally {
            leave();
            if (before) {
                Thread.currentThread().interrupt();
            }
        }
        run.after(this, next);
    }

    /** Whether no thread has begun it and none will. */
    boolean withdraw() {
        return claimed.compareAndSet(false, true);
    }

    private synchronized void enter() {
        worker = Thread.currentThread();
        if (cancelled) {
            worker.interrupt();
        }
    }

    /** After this no interrupt reaches the thread, which may do other work by then. */
    private synchronized void leave() {
        worker = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }

    /** Interrupts the thread that is at it, if there is one. */
    synchronized void interrupt() {
        if (worker == Thread.currentThread()) {
            return;
        }
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
