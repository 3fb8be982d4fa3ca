package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.GenerationListener;
import dev.alain.GenerationPlan;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.RunException;
import dev.alain.core.teach.Ledger;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.research.Dossier;
import dev.alain.stage.Planner;
import dev.alain.stage.RunState;
import dev.alain.stage.Stage;
import dev.alain.stage.StageDone;
import dev.alain.stage.StageKey;
import dev.alain.stage.StageTask;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Runs the stages in this process. */
final class PipelineGenerator implements CookbookGenerator {
    /** What a generator is made of; a record because it is only handed over. */
    record Parts(
            Workshop workshop,
            ArtifactStore store,
            GenerationListener listener,
            Executor executor,
            Optional<ExecutorService> ownExecutor,
            Clock clock,
            LongSupplier nanos,
            Supplier<String> runIds,
            int concurrency) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NO_TENANT = "";

    /** A call takes at least this long; an outline that was stored already tells nothing of it. */
    private static final double USUAL_SECONDS = 2;

    /** How long {@link #close} waits for calls that were told to end. */
    private static final long PATIENCE_MILLIS = 900;

    private final Parts parts;
    private final Workshop workshop;
    private final Sealing sealing;
    private final WorkQueue<Job> queue;
    private final AtomicLong numbers = new AtomicLong();
    private final Set<GenerationRun> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    PipelineGenerator(Parts parts) {
        this.parts = parts;
        this.workshop = parts.workshop();
        this.sealing = new Sealing(workshop);
        this.queue = new WorkQueue<>(parts.concurrency());
    }

    @Override
    public NotebookArtifact generate(Recipe recipe) {
        return generate(recipe, GenerationListener.none());
    }

    @Override
    public NotebookArtifact generate(Recipe recipe, GenerationListener listener) {
        return started(recipe, listener, NO_TENANT, true).await();
    }

    @Override
    public Generation submit(Recipe recipe, GenerationListener listener, String tenant) {
        return started(recipe, listener, tenant, false);
    }

    private GenerationRun started(Recipe recipe, GenerationListener listener, String tenant, boolean helped) {
        String runId = parts.runIds().get();
        return started(runId, recipe, listener, tenant, helped, () -> create(runId, recipe));
    }

    private RunFiles create(String runId, Recipe recipe) {
        return parts.store()
                .create(runId, recipe.subject().name(), parts.clock().instant());
    }

    private GenerationRun started(
            String runId,
            Recipe recipe,
            GenerationListener listener,
            String tenant,
            boolean helped,
            Supplier<RunFiles> open) {
        requireOpen();
        GenerationRun[] self = new GenerationRun[1];
        BooleanSupplier cancelled = () -> self[0].isCancelled();
        EventStream events = new EventStream(runId, List.of(parts.listener(), listener));
        Supplier<RunLog> log = () ->
                new RunLog(open.get(), recipe, parts.clock(), workshop.stages().writer(runId));
        RunWork work = new RunWork(
                context(runId, recipe, events, cancelled), workshop, sealing, parts.executor(), log, helped);
        GenerationRun run = new GenerationRun(
                RunState.begin(runId, recipeKey(recipe)), tenant, numbers.incrementAndGet(), work, queue);
        self[0] = run;
        running.add(run);
        var unused = run.result().whenComplete((artifact, failure) -> running.remove(run));
        if (closed) { // meanwhile
            run.cancel();
        }
        run.start();
        return run;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the generator takes no more work: it is closed");
        }
    }

    private RunContext context(String runId, Recipe recipe, EventStream events, BooleanSupplier cancelled) {
        Ledger ledger = new Ledger(recipe.budget(), Clock.systemUTC(), parts.nanos());
        RunDesk desk = new RunDesk(ledger, events, cancelled);
        return new RunContext(runId, recipe, workshop.stages().writer(runId), desk, events, tags(recipe), cancelled);
    }

    @Override
    public NotebookArtifact resume(String runId, GenerationListener listener) {
        requireOpen();
        RunFiles files = parts.store().open(runId);
        try {
            Recipe recipe = RunLog.recipe(files)
                    .orElseThrow(() ->
                            new RunException(runId, "run " + runId + " has no manifest", false, "Start a new run"));
            checkWriter(runId, RunLog.teacher(files));
            return started(runId, recipe, listener, NO_TENANT, true, () -> files)
                    .await();
        } finally {
            files.close();
        }
    }

    /** Another teacher would begin anew, and pay for it, under the name of going on. */
    private void checkWriter(String runId, String before) {
        String now = workshop.stages().writer(runId);
        if (!before.isEmpty() && !before.equals(now)) {
            throw new RunException(
                    runId,
                    "run " + runId + " was begun by the teacher " + before + ", not by " + now,
                    false,
                    "Resume it with the chat model that began it, or start a new run");
        }
    }

    @Override
    public GenerationPlan plan(Recipe recipe) {
        requireOpen();
        RunState state = RunState.begin(parts.runIds().get(), recipeKey(recipe));
        EventStream events = new EventStream(state.runId(), List.of(parts.listener()));
        RunContext run = context(state.runId(), recipe, events, () -> false);
        long start = 0;
        for (StageTask task : List.of(StageTask.RESEARCH, StageTask.OUTLINE)) {
            start = parts.nanos().getAsLong();
            state = Planner.apply(state, task, perform(run, state, task));
        }
        double seconds = (parts.nanos().getAsLong() - start) / 1e9;
        Dossier dossier = workshop.dossier(run, state);
        WrittenOutline outline = workshop.outline(run, state);
        Estimate estimate = Estimate.of(workshop.stages().teacher(), recipe, dossier, outline);
        return new GenerationPlan(
                dossier,
                outline.outline(),
                estimate.calls(),
                estimate.tokens(),
                estimate.calls() * Math.max(seconds, USUAL_SECONDS));
    }

    @Override
    public RunState begin(Recipe recipe) {
        StageKey key = recipeKey(recipe);
        parts.store().save(key, RunLog.json(recipe));
        return RunState.begin(parts.runIds().get(), key);
    }

    @Override
    public StageDone perform(RunState state, StageTask task) {
        requireOpen();
        return perform(engineContext(state), state, task);
    }

    @Override
    public NotebookArtifact artifact(RunState state) {
        if (!Planner.finished(state)) {
            throw new IllegalStateException("run " + state.runId() + " is not finished");
        }
        return sealing.seal(engineContext(state), state);
    }

    private RunContext engineContext(RunState state) {
        Recipe recipe = parts.store()
                .result(state.recipe())
                .flatMap(PipelineGenerator::recipe)
                .orElseThrow(() -> new IllegalStateException(
                        "the recipe of run " + state.runId() + " is not in the store of this generator"));
        return context(state.runId(), recipe, new EventStream(state.runId(), List.of(parts.listener())), () -> false);
    }

    private static Optional<Recipe> recipe(byte[] json) {
        try {
            return Optional.of(MAPPER.readValue(json, Recipe.class));
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    /** Waits while another run makes the same. */
    private StageDone perform(RunContext run, RunState state, StageTask task) {
        while (true) {
            CountDownLatch free = new CountDownLatch(1);
            Optional<Workshop.Performed> performed = workshop.perform(run, state, task, free::countDown);
            if (performed.isPresent()) {
                return performed.get().done();
            }
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                run.stopIfCancelled();
            }
        }
    }

    private static StageKey recipeKey(Recipe recipe) {
        return new StageKey(CanonicalJson.sha256(MAPPER.<JsonNode>valueToTree(recipe)));
    }

    /** The labels of metrics; few values, none of them personal. */
    private ObjectNode tags(Recipe recipe) {
        String id = workshop.stages().teacher().id();
        return EventStream.details()
                .put("provider", id.isEmpty() ? "unnamed" : id.split(":", 2)[0])
                .put("difficulty", recipe.difficulty().label());
    }

    @Override
    public List<Stage<?, ?>> stages() {
        return workshop.stages().all();
    }

    @Override
    public void close() {
        closed = true;
        queue.close();
        List<GenerationRun> last = List.copyOf(running);
        last.forEach(GenerationRun::cancel);
        awaitEnd(last);
        parts.ownExecutor().ifPresent(ExecutorService::shutdownNow);
        parts.store().close();
    }

    /** Runs write why they ended; the store stays open for that, within reason. */
    private static void awaitEnd(List<GenerationRun> runs) {
        CompletableFuture<?>[] results =
                runs.stream().map(GenerationRun::result).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(results).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Cancelled, which is what was asked for; or a call that does not listen.
        }
    }
}
