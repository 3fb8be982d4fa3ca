package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.AlainException;
import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.GenerationCancelledException;
import dev.alain.GenerationEvent;
import dev.alain.GenerationListener;
import dev.alain.GenerationPlan;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.RunException;
import dev.alain.stage.Stage;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import dev.alain.validation.NotebookValidator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Runs the stages in this process. */
final class PipelineGenerator implements CookbookGenerator {
    /** What a generator is made of; a record because it is only handed over. */
    record Parts(
            Stages stages,
            NotebookValidator validator,
            ArtifactStore store,
            GenerationListener listener,
            Executor executor,
            Optional<ExecutorService> ownExecutor,
            Clock clock,
            LongSupplier nanos,
            Supplier<String> runIds) {}

    private final Parts parts;
    private final Set<RunningGeneration> running = ConcurrentHashMap.newKeySet();

    PipelineGenerator(Parts parts) {
        this.parts = parts;
    }

    @Override
    public NotebookArtifact generate(Recipe recipe) {
        return generate(recipe, GenerationListener.none());
    }

    @Override
    public NotebookArtifact generate(Recipe recipe, GenerationListener listener) {
        String runId = parts.runIds().get();
        return run(
                recipe,
                () -> parts.store()
                        .create(runId, recipe.subject().name(), parts.clock().instant()),
                runId,
                listener,
                () -> false);
    }

    private RunFiles create(String runId, Recipe recipe) {
        return parts.store()
                .create(runId, recipe.subject().name(), parts.clock().instant());
    }

    @Override
    public Generation submit(Recipe recipe, GenerationListener listener) {
        String runId = parts.runIds().get();
        RunningGeneration generation = new RunningGeneration(runId);
        running.add(generation);
        var unused = generation.result().whenComplete((artifact, failure) -> running.remove(generation));
        generation.start(
                parts.executor(),
                () -> run(recipe, () -> create(runId, recipe), runId, listener, generation::isCancelled));
        return generation;
    }

    @Override
    public NotebookArtifact resume(String runId, GenerationListener listener) {
        RunFiles files = parts.store().open(runId);
        try {
            Recipe recipe = RunLog.recipe(files)
                    .orElseThrow(() ->
                            new RunException(runId, "run " + runId + " has no manifest", false, "Start a new run"));
            return run(recipe, () -> files, runId, listener, () -> false);
        } finally {
            files.close();
        }
    }

    @Override
    public GenerationPlan plan(Recipe recipe) {
        EventStream events = new EventStream(parts.runIds().get(), List.of(parts.listener()));
        Pipeline pipeline = pipeline(recipe, events, () -> false);
        var dossier = pipeline.research(recipe, Optional.empty()).value();
        var outline = pipeline.outline(recipe, dossier).value();
        return new GenerationPlan(dossier, outline, 0, 0, 0);
    }

    private NotebookArtifact run(
            Recipe recipe,
            Supplier<RunFiles> open,
            String runId,
            GenerationListener listener,
            BooleanSupplier cancelled) {
        EventStream events = new EventStream(runId, List.of(parts.listener(), listener));
        String teacher = parts.stages().teacher().id();
        try (RunFiles files = open.get()) {
            Pipeline pipeline = pipeline(recipe, events, cancelled);
            RunLog log = new RunLog(files, recipe, parts.clock(), teacher);
            try {
                log.manifest("running", Optional.empty());
                pipeline.started(recipe);
                NotebookArtifact artifact = pipeline.run(recipe, log);
                log.manifest(artifact.report().passed() ? "done" : "rejected", Optional.empty());
                events.emit(
                        GenerationEvent.FINISHED,
                        "Orchestrator",
                        artifact.report().summary(),
                        100,
                        tags(recipe));
                return artifact;
            } catch (AlainException e) {
                AlainException shown = stopped(cancelled) ? new GenerationCancelledException(runId) : e;
                throw ended(shown, stopped(cancelled) ? "cancelled" : "failed", log, events, recipe);
            } catch (RuntimeException e) {
                throw ended(e, "failed", log, events, recipe);
            } catch (Error e) {
                throw ended(e, "failed", log, events, recipe);
            }
        }
    }

    /** I/O that an interrupt broke looks like a failure of the disk; what the caller did was to cancel. */
    private static boolean stopped(BooleanSupplier cancelled) {
        return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    /** Tells and notes the end of a run; a disk that fails now must not hide why the run ended. */
    private <T extends Throwable> T ended(T e, String outcome, RunLog log, EventStream events, Recipe recipe) {
        String message = e instanceof AlainException
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
        events.emit(GenerationEvent.FAILED, "Orchestrator", message, 0, tags(recipe));
        try {
            log.manifest(outcome, Optional.of(message));
        } catch (RunException unwritten) {
            e.addSuppressed(unwritten);
        }
        return e;
    }

    private Pipeline pipeline(Recipe recipe, EventStream events, BooleanSupplier cancelled) {
        ObjectNode tags = tags(recipe);
        StageRunner runner = new StageRunner(parts.store(), events, parts.nanos(), cancelled, tags);
        return new Pipeline(parts.stages(), parts.validator(), parts.executor(), runner, events, tags);
    }

    /** The labels of metrics; few values, none of them personal. */
    private ObjectNode tags(Recipe recipe) {
        String provider = parts.stages().teacher().id().split(":", 2)[0];
        return EventStream.details()
                .put("provider", provider)
                .put("difficulty", recipe.difficulty().label());
    }

    @Override
    public List<Stage<?, ?>> stages() {
        return parts.stages().all();
    }

    @Override
    public void close() {
        running.forEach(RunningGeneration::cancel);
        parts.ownExecutor().ifPresent(ExecutorService::shutdownNow);
        parts.store().close();
    }
}
