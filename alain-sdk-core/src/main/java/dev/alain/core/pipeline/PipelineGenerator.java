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

    @Override
    public Generation submit(Recipe recipe, GenerationListener listener) {
        String runId = parts.runIds().get();
        RunningGeneration generation = new RunningGeneration(runId);
        running.add(generation);
        generation.start(parts.executor(), () -> {
            try {
                return run(
                        recipe,
                        () -> parts.store()
                                .create(
                                        runId,
                                        recipe.subject().name(),
                                        parts.clock().instant()),
                        runId,
                        listener,
                        generation::isCancelled);
            } finally {
                running.remove(generation);
            }
        });
        return generation;
    }

    @Override
    public NotebookArtifact resume(String runId, GenerationListener listener) {
        RunFiles files = parts.store().open(runId);
        Optional<Recipe> recipe = RunLog.recipe(files);
        if (recipe.isEmpty()) {
            files.close();
            throw new RunException(runId, "run " + runId + " has no manifest", false, "Start a new run");
        }
        return run(recipe.get(), () -> files, runId, listener, () -> false);
    }

    @Override
    public GenerationPlan plan(Recipe recipe) {
        EventStream events = new EventStream(parts.runIds().get(), List.of(parts.listener()));
        Pipeline pipeline = pipeline(recipe, events, () -> false);
        var dossier = pipeline.research(recipe).value();
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
            RunLog log = new RunLog(files, recipe, parts.clock());
            try {
                log.manifest("running", Optional.empty(), teacher);
                pipeline.started(recipe);
                NotebookArtifact artifact = pipeline.run(recipe, log);
                log.manifest(artifact.report().passed() ? "done" : "rejected", Optional.empty(), teacher);
                events.emit(
                        GenerationEvent.FINISHED,
                        "Orchestrator",
                        artifact.report().summary(),
                        100,
                        tags(recipe));
                return artifact;
            } catch (AlainException e) {
                throw failed(e, runId, log, events, recipe, cancelled);
            }
        }
    }

    /** I/O that an interrupt broke looks like a failure of the disk; what the caller did was to cancel. */
    private AlainException failed(
            AlainException e, String runId, RunLog log, EventStream events, Recipe recipe, BooleanSupplier cancelled) {
        boolean stopped = cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
        AlainException shown = stopped ? new GenerationCancelledException(runId) : e;
        String message = String.valueOf(shown.getMessage());
        String teacher = parts.stages().teacher().id();
        log.manifest(stopped ? "cancelled" : "failed", Optional.of(message), teacher);
        events.emit(GenerationEvent.FAILED, "Orchestrator", message, 0, tags(recipe));
        return shown;
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
