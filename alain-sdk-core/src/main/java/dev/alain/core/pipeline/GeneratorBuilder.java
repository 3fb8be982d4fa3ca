package dev.alain.core.pipeline;

import dev.alain.CookbookGenerator;
import dev.alain.GenerationListener;
import dev.alain.LicensePolicy;
import dev.alain.chat.ChatModel;
import dev.alain.core.offline.OfflineTeacher;
import dev.alain.core.repository.RepositoryResearch;
import dev.alain.core.research.FileResearch;
import dev.alain.core.research.HubResearch;
import dev.alain.core.review.rules.AlainRules;
import dev.alain.core.store.FileArtifactStore;
import dev.alain.core.store.MemoryArtifactStore;
import dev.alain.core.teach.Judge;
import dev.alain.core.teach.LlmTeacher;
import dev.alain.core.teach.Teacher;
import dev.alain.core.time.Sleeper;
import dev.alain.net.HttpTransport;
import dev.alain.research.HubAccess;
import dev.alain.research.ResearchSource;
import dev.alain.store.ArtifactStore;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.QualityGate;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
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
    private static final int USUAL_CONCURRENCY = 16;

    private final List<ResearchSource> sources = new ArrayList<>();
    private final List<RuleCatalog> catalogs = new ArrayList<>();
    private GenerationListener listener = GenerationListener.none();
    private ArtifactStore store = new MemoryArtifactStore();
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private @Nullable NotebookValidator validator;
    private ValidationOptions validation = ValidationOptions.DEFAULTS;
    private QualityGate gate = QualityGate.NO_ERRORS;
    private @Nullable Executor executor;
    private @Nullable ChatModel chatModel;
    private @Nullable ChatModel secondChatModel;
    private @Nullable ChatModel judge;
    private @Nullable HttpTransport transport;
    private HubAccess hub = HubAccess.defaults();
    private LicensePolicy licenses = LicensePolicy.WARN;
    private int concurrency = USUAL_CONCURRENCY;

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
    public GeneratorBuilder validation(ValidationOptions options) {
        this.validation = Objects.requireNonNull(options, "options");
        return this;
    }

    @Override
    public GeneratorBuilder qualityGate(QualityGate value) {
        this.gate = Objects.requireNonNull(value, "gate");
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
    public GeneratorBuilder huggingFaceCache(Path folder) {
        this.hub = hub.toBuilder().hubCacheFolder(folder).build();
        return this;
    }

    @Override
    public GeneratorBuilder secondChatModel(ChatModel model) {
        this.secondChatModel = Objects.requireNonNull(model, "model");
        return this;
    }

    @Override
    public GeneratorBuilder judge(ChatModel model) {
        this.judge = Objects.requireNonNull(model, "model");
        return this;
    }

    @Override
    public GeneratorBuilder concurrency(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + most);
        }
        this.concurrency = most;
        return this;
    }

    @Override
    public GeneratorBuilder transport(HttpTransport value) {
        this.transport = Objects.requireNonNull(value, "transport");
        return this;
    }

    @Override
    public GeneratorBuilder hub(HubAccess access) {
        this.hub = Objects.requireNonNull(access, "access");
        return this;
    }

    @Override
    public GeneratorBuilder licenses(LicensePolicy policy) {
        this.licenses = Objects.requireNonNull(policy, "policy");
        return this;
    }

    @Override
    public CookbookGenerator build() {
        Optional<ExecutorService> own =
                executor == null ? Optional.of(WorkerThreads.start(concurrency)) : Optional.empty();
        Executor threads = executor == null ? own.orElseThrow() : executor;
        Sleeper sleeper = Sleeper.real();
        OfflineTeacher offline = new OfflineTeacher();
        NotebookValidator rules = chosenValidator();
        Stages stages = new Stages(
                sources(threads, sleeper),
                teacher(offline, sleeper),
                Optional.ofNullable(judge).map(model -> new Judge(model, sleeper)),
                rules.id());
        StageRunner runner = new StageRunner(store, System::nanoTime, sleeper);
        Reviewer reviewer = new Reviewer(rules, gate, offline.id());
        return new PipelineGenerator(new PipelineGenerator.Parts(
                new Workshop(stages, runner, reviewer, licenses),
                store,
                listener,
                threads,
                own,
                clock,
                System::nanoTime,
                () -> HexFormat.of().toHexDigits(random.nextLong()).substring(4),
                concurrency));
    }

    private Teacher teacher(OfflineTeacher offline, Sleeper sleeper) {
        if (chatModel == null) {
            if (secondChatModel != null) {
                throw new IllegalStateException("a second chat model needs a first one: set chatModel");
            }
            return offline;
        }
        List<ChatModel> models = secondChatModel == null ? List.of(chatModel) : List.of(chatModel, secondChatModel);
        return new LlmTeacher(models, offline, sleeper);
    }

    private List<ResearchSource> sources(Executor threads, Sleeper sleeper) {
        List<ResearchSource> all = new ArrayList<>(sources);
        found(ResearchSource.class).forEach(all::add);
        all.add(new FileResearch());
        all.add(new RepositoryResearch());
        all.add(
                transport == null
                        ? HubResearch.inCaches(hub, clock, System::nanoTime)
                        : HubResearch.online(transport, hub, clock, sleeper, System::nanoTime, threads));
        return all;
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
        NotebookValidator.Builder builder =
                NotebookValidator.builder().rules(new AlainRules()).options(validation);
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
