package dev.alain;

import dev.alain.chat.ChatModel;
import dev.alain.research.ResearchSource;
import dev.alain.stage.Stage;
import dev.alain.store.ArtifactStore;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
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

    /** Starts to make a notebook and returns at once. */
    Generation submit(Recipe recipe, GenerationListener listener);

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

    /** The stages as functions, for an engine that runs them across machines. */
    List<Stage<?, ?>> stages();

    /** Cancels what is under way and ends every thread of this generator. */
    @Override
    void close();

    /** Sets up a generator; not thread-safe. */
    interface Builder {
        /** Who writes; left out, the offline teacher does. */
        Builder chatModel(ChatModel model);

        /** Keeps the files of runs in a folder; left out, nothing is written to disk. */
        Builder artifacts(Path folder);

        /** Keeps the files of runs elsewhere. */
        Builder artifacts(ArtifactStore store);

        /** Asks this source before the built-in ones. */
        Builder research(ResearchSource source);

        /** Adds rules to those found by {@link ServiceLoader}. */
        Builder rules(RuleCatalog catalog);

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
