package dev.alain.core.pipeline;

import dev.alain.CookbookGenerator;
import dev.alain.GenerationListener;
import dev.alain.chat.ChatModel;
import dev.alain.core.offline.OfflineTeacher;
import dev.alain.core.research.FileResearch;
import dev.alain.core.research.HubCacheResearch;
import dev.alain.core.review.rules.AlainRules;
import dev.alain.core.store.FileArtifactStore;
import dev.alain.core.store.MemoryArtifactStore;
import dev.alain.research.ResearchSource;
import dev.alain.store.ArtifactStore;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts a generator together: what was handed over wins over what is found, what is found over the defaults. */
public final class GeneratorBuilder implements CookbookGenerator.Builder {
    private final List<ResearchSource> sources = new ArrayList<>();
    private final List<RuleCatalog> catalogs = new ArrayList<>();
    private GenerationListener listener = GenerationListener.none();
    private ArtifactStore store = new MemoryArtifactStore();
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private @Nullable NotebookValidator validator;
    private @Nullable Executor executor;
    private @Nullable ChatModel chatModel;

    /** Found by {@link ServiceLoader}. */
    public static final class Factory implements CookbookGenerator.BuilderFactory {
        /** For {@link ServiceLoader}. */
        public Factory() {}

        @Override
        public CookbookGenerator.Builder newBuilder() {
            return new GeneratorBuilder();
        }
    }

    @Override
    public GeneratorBuilder chatModel(ChatModel model) {
        this.chatModel = Objects.requireNonNull(model, "model");
        return this;
    }

    @Override
    public GeneratorBuilder artifacts(Path folder) {
        return artifacts(new FileArtifactStore(folder));
    }

    @Override
    public GeneratorBuilder artifacts(ArtifactStore value) {
        this.store = Objects.requireNonNull(value, "store");
        return this;
    }

    @Override
    public GeneratorBuilder research(ResearchSource source) {
        sources.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    @Override
    public GeneratorBuilder rules(RuleCatalog catalog) {
        catalogs.add(Objects.requireNonNull(catalog, "catalog"));
        return this;
    }

    @Override
    public GeneratorBuilder validator(NotebookValidator value) {
        this.validator = Objects.requireNonNull(value, "validator");
        return this;
    }

    @Override
    public GeneratorBuilder listener(GenerationListener value) {
        this.listener = listener.and(Objects.requireNonNull(value, "listener"));
        return this;
    }

    @Override
    public GeneratorBuilder executor(Executor value) {
        this.executor = Objects.requireNonNull(value, "executor");
        return this;
    }

    @Override
    public GeneratorBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** Chooses run ids; for tests that compare folders. */
    GeneratorBuilder random(RandomGenerator value) {
        this.random = value;
        return this;
    }

    @Override
    public GeneratorBuilder huggingFaceCache(Path hub) {
        return research(new HubCacheResearch(hub));
    }

    @Override
    public CookbookGenerator build() {
        if (chatModel != null) {
            throw new IllegalStateException(
                    "this release writes with the offline teacher only; leave chatModel out until the LLM teacher is released");
        }
        List<ResearchSource> all = new ArrayList<>(sources);
        found(ResearchSource.class).forEach(all::add);
        all.add(new FileResearch());
        Optional<ExecutorService> own = executor == null ? Optional.of(WorkerThreads.start()) : Optional.empty();
        return new PipelineGenerator(new PipelineGenerator.Parts(
                new Stages(all, new OfflineTeacher()),
                chosenValidator(),
                store,
                listener,
                executor == null ? own.orElseThrow() : executor,
                own,
                clock,
                System::nanoTime,
                () -> HexFormat.of().toHexDigits(random.nextInt())));
    }

    private NotebookValidator chosenValidator() {
        if (validator != null) {
            return validator;
        }
        Optional<NotebookValidator> found =
                found(NotebookValidator.class).stream().findFirst();
        if (found.isPresent() && catalogs.isEmpty()) {
            return found.get();
        }
        NotebookValidator.Builder builder = NotebookValidator.builder().rules(new AlainRules());
        catalogs.forEach(builder::rules);
        return builder.build();
    }

    /** Providers in the order of their class names, so that the class path's order decides nothing. */
    private static <T> List<T> found(Class<T> service) {
        return ServiceLoader.load(service, GeneratorBuilder.class.getClassLoader()).stream()
                .sorted(Comparator.comparing(provider -> provider.type().getName()))
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
