package dev.alain.core.pipeline;

import dev.alain.AlainException;
import dev.alain.GenerationCancelledException;
import dev.alain.GenerationEvent;
import dev.alain.NotebookArtifact;
import dev.alain.chat.ChatException;
import dev.alain.core.pipeline.Workshop.Performed;
import dev.alain.stage.RunState;
import dev.alain.stage.StageTask;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work of one run and its files, which are opened when its first task begins and closed when it ends. */
final class RunWork {
    private final RunContext run;
    private final Workshop workshop;
    private final Sealing sealing;
    private final Executor executor;
    private final Supplier<RunLog> open;
    private final boolean helped;
    private volatile @Nullable RunLog log;

    /**
     * @param helped whether a thread waits for the result, and so does what the executor does not take
     */
    RunWork(
            RunContext run,
            Workshop workshop,
            Sealing sealing,
            Executor executor,
            Supplier<RunLog> open,
            boolean helped) {
        this.run = run;
        this.workshop = workshop;
        this.sealing = sealing;
        this.executor = executor;
        this.open = open;
        this.helped = helped;
    }

    Executor executor() {
        return executor;
    }

    boolean helped() {
        return helped;
    }

    Optional<Performed> perform(RunState state, StageTask task, Runnable whenFree) {
        RunLog files = opened();
        Optional<Performed> performed = workshop.perform(run, state, task, whenFree);
        performed.ifPresent(done -> files.keep(task, done.result()));
        return performed;
    }

    /** Before anything is asked of anybody: a folder that cannot be written to is told now. */
    private RunLog opened() {
        RunLog files = log;
        if (files == null) {
            files = open.get();
            log = files;
            run.desk().begin(files);
            files.manifest("running", Optional.empty());
            run.events()
                    .emit(
                            GenerationEvent.STARTED,
                            "Orchestrator",
                            "Run " + run.runId() + ": " + run.recipe().subject().name(),
                            0,
                            run.tags());
        }
        return files;
    }

    NotebookArtifact seal(RunState state) {
        RunLog files = opened();
        NotebookArtifact artifact = sealing.seal(run, state, files);
        files.flush();
        files.manifest(artifact.report().passed() ? "done" : "rejected", Optional.empty());
        run.events()
                .emit(
                        GenerationEvent.FINISHED,
                        "Orchestrator",
                        artifact.report().summary(),
                        100,
                        run.tags());
        files.files().close();
        return artifact;
    }

    /** Tells and notes the end of a run; a disk that fails now must not hide why the run ended. */
    Throwable failed(Throwable problem) {
        boolean stopped = run.cancelled().getAsBoolean()
                || problem instanceof ChatException.Cancelled
                || problem instanceof GenerationCancelledException
                || problem instanceof InterruptedException;
        boolean known = problem instanceof AlainException || problem instanceof InterruptedException;
        Throwable shown = stopped && known ? new GenerationCancelledException(run.runId()) : problem;
        String message =
                known ? String.valueOf(shown.getMessage()) : problem.getClass().getName();
        quietly(shown, () -> run.events().emit(GenerationEvent.FAILED, "Orchestrator", message, 0, run.tags()));
        RunLog files = log;
        if (files != null) {
            quietly(shown, files::flush);
            quietly(shown, () -> files.manifest(stopped ? "cancelled" : "failed", Optional.of(message)));
            quietly(shown, () -> files.files().close());
        }
        return shown;
    }

    /** What fails while a run ends must not hide why it ends, nor keep it from ending. */
    private static void quietly(Throwable shown, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // a border: stores and listeners of the host's
            if (e != shown) {
                shown.addSuppressed(e);
            }
        }
    }
}
