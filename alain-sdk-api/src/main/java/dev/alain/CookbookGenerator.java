package dev.alain;

import dev.alain.chat.ChatModel;
import dev.alain.net.HttpTransport;
import dev.alain.research.HubAccess;
import dev.alain.research.ResearchSource;
import dev.alain.stage.RunState;
import dev.alain.stage.Stage;
import dev.alain.stage.StageDone;
import dev.alain.stage.StageTask;
import dev.alain.store.ArtifactStore;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.QualityGate;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;

/**
 * Writes taught, runnable, validated notebooks about AI models.
 *
 * <p>Thread-safe; make one, share it, close it. Without a chat model the offline teacher writes, with no key and no
 * network.
 *
 * <pre>{@code
 * try (CookbookGenerator generator = CookbookGenerator.builder().artifacts(Path.of("manuals")).build()) {
 *     NotebookArtifact manual = generator.generate(Recipe.forCard(Path.of("README.md")).build());
 *     manual.report().requirePassed();
 *     manual.notebook().writeTo(Path.of("manual.ipynb"));
 * }
 * }</pre>
 */
public interface CookbookGenerator extends AutoCloseable {
    /**
     * A builder from the SDK's core, found by {@link ServiceLoader}.
     *
     * @throws IllegalStateException if {@code alain-sdk-core} is not on the class path or module path
     */
    static Builder builder() {
        return ServiceLoader.load(BuilderFactory.class, CookbookGenerator.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no generator found: add dev.alain:alain-sdk-core to the class path or module path"))
                .newBuilder();
    }

    /**
     * Makes a notebook and waits for it. Interrupting the thread cancels.
     *
     * @throws AlainException if no notebook could be made; every finished stage is kept
     */
    NotebookArtifact generate(Recipe recipe);

    /**
     * Makes a notebook, tells a listener on the way, and waits for it.
     *
     * @throws AlainException if no notebook could be made; every finished stage is kept
     */
    NotebookArtifact generate(Recipe recipe, GenerationListener listener);

    /**
     * Starts to make a notebook and returns at once; nothing waits in a thread for its turn.
     *
     * @param tenant on whose behalf; tenants take turns, however much one of them asks for
     * @throws IllegalStateException if the generator is closed
     */
    Generation submit(Recipe recipe, GenerationListener listener, String tenant);

    /** Starts to make a notebook and returns at once. */
    default Generation submit(Recipe recipe, GenerationListener listener) {
        return submit(recipe, listener, "");
    }

    /** Starts to make a notebook and returns at once. */
    default Generation submit(Recipe recipe) {
        return submit(recipe, GenerationListener.none());
    }

    /**
     * Researches and outlines, and says what the rest would cost. No section is written.
     *
     * @throws AlainException if research or outline fail
     */
    GenerationPlan plan(Recipe recipe);

    /**
     * Finishes a run that was interrupted; stored results are not made again.
     *
     * @throws RunException if there is no such run
     */
    NotebookArtifact resume(String runId, GenerationListener listener);

    /** Finishes a run that was interrupted. */
    default NotebookArtifact resume(String runId) {
        return resume(runId, GenerationListener.none());
    }

    /** The stages as functions, for tools that look at keys and versions. */
    List<Stage<?, ?>> stages();

    /**
     * Stores a recipe and begins a run that an engine drives; see {@link dev.alain.stage.Planner}. The engine decides how
     * much is at work at once, and needs a store that forgets nothing: set {@code artifacts}.
     */
    RunState begin(Recipe recipe);

    /**
     * Does one task of a run, on any machine that has the same artifact store. Doing it twice does no harm.
     *
     * @throws AlainException if it fails
     * @throws IllegalStateException if the results that it rests on are not in the store
     */
    StageDone perform(RunState state, StageTask task);

    /**
     * What came of a run that an engine drove.
     *
     * @throws IllegalStateException if it is not finished
     */
    NotebookArtifact artifact(RunState state);

    /** Cancels what is under way and ends every thread of this generator. */
    @Override
    void close();

    /** Sets up a generator; not thread-safe. */
    interface Builder {
        /** Who writes; left out, the offline teacher does. Closed by its owner. */
        Builder chatModel(ChatModel model);

        /** Asked when the first one has no usable answer, before the offline teacher writes; closed by its owner. */
        Builder secondChatModel(ChatModel model);

        /** Reads each manual against its sources before it is published; left out, nobody does. */
        Builder judge(ChatModel model);

        /**
         * How many stages of generations may be at work at once, calls to chat models included; 16 if not said. What
         * {@code plan} and {@code perform} do comes on top.
         */
        Builder concurrency(int most);

        /** Carries research to the network; left out, research reads files and caches only. Closed by its owner. */
        Builder transport(HttpTransport transport);

        /** Where and how models are looked up; left out, the public Hub without a token and without a cache on disk. */
        Builder hub(HubAccess access);

        /** Which licences a manual may be about; left out, all of them. */
        Builder licenses(LicensePolicy policy);

        /** Keeps the files of runs in a folder; left out, nothing is written to disk. */
        Builder artifacts(Path folder);

        /** Keeps the files of runs elsewhere; closed with the generator. */
        Builder artifacts(ArtifactStore store);

        /** Asks this source before the built-in ones. */
        Builder research(ResearchSource source);

        /** Adds rules to those found by {@link ServiceLoader}. */
        Builder rules(RuleCatalog catalog);

        /** Sets profiles, severities, thresholds and waivers of the rules; without effect on a validator of your own. */
        Builder validation(ValidationOptions options);

        /** Sets what a notebook must reach before rewriting ends; no error-level finding unless set. */
        Builder qualityGate(QualityGate gate);

        /** Replaces the validator found by {@link ServiceLoader}. */
        Builder validator(NotebookValidator validator);

        /** Hears the events of every run. */
        Builder listener(GenerationListener listener);

        /** Runs stages here instead of on the generator's own threads; never shut down by the generator. */
        Builder executor(Executor executor);

        /** Tells the time for manifests and folder names. */
        Builder clock(Clock clock);

        /** The Hugging Face cache to read models from; left out, only files that are named are read. */
        Builder huggingFaceCache(Path hub);

        /** The generator. */
        CookbookGenerator build();
    }

    /** Makes builders; implemented by the SDK's core. */
    interface BuilderFactory {
        /** A builder with defaults. */
        Builder newBuilder();
    }
}
