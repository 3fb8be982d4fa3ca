package dev.alain.samples.cli;

import dev.alain.CookbookGenerator;
import dev.alain.Secret;
import dev.alain.Settings;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.RemoteChatModelBuilder;
import dev.alain.providers.VendorModels;
import dev.alain.providers.vendor.Vendors;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who writes: a chat model at an endpoint, or the offline teacher. */
final class TeacherOptions {
    @Option(names = "--offline", description = "No chat model and no network: the offline teacher writes.")
    private boolean offline;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "openai, poe, vllm, ollama, lmstudio, llamacpp, anthropic, or openai-compatible with --base-url.")
    private @Nullable String provider;

    @Option(
            names = {"--base-url", "--baseUrl"},
            paramLabel = "URL",
            description = "Where the endpoint is; the provider's usual place when left out.")
    private @Nullable URI baseUrl;

    @Option(
            names = {"--api-key", "--apiKey"},
            paramLabel = "KEY",
            description = "The key; better set in the environment, where no list of processes shows it.")
    private @Nullable String key;

    @Option(
            names = "--teacher",
            paramLabel = "MODEL",
            description = "The chat model that writes; when left out, --model names both.")
    private @Nullable String teacher;

    @Option(
            names = "--second-teacher",
            paramLabel = "MODEL",
            description = "Asked where the first has no usable answer.")
    private @Nullable String second;

    @Option(names = "--judge", paramLabel = "MODEL", description = "Reads the manual against its sources at the end.")
    private @Nullable String judge;

    @Option(names = "--concurrency", defaultValue = "16", description = "Most calls at once.")
    private int concurrency = 16;

    boolean offline() {
        return offline;
    }

    /** Puts the chat models into a generator; the caller closes what is returned. */
    List<RemoteChatModel> into(CookbookGenerator.Builder builder, Settings settings, Optional<String> subject) {
        List<RemoteChatModel> models = new ArrayList<>();
        if (provider == null && baseUrl == null) {
            if (teacher != null || second != null || judge != null) {
                throw new IllegalArgumentException("--teacher needs an endpoint: --provider NAME or --base-url URL");
            }
            return models;
        }
        if (offline) {
            throw new IllegalArgumentException("--offline and --provider contradict each other");
        }
        String writer = Optional.ofNullable(teacher)
                .or(() -> subject)
                .orElseThrow(() -> new IllegalArgumentException("name the chat model: --teacher MODEL"));
        builder.concurrency(concurrency).chatModel(opened(writer, settings, models));
        if (second != null) {
            builder.secondChatModel(opened(second, settings, models));
        }
        if (judge != null) {
            builder.judge(opened(judge, settings, models));
        }
        return models;
    }

    private RemoteChatModel opened(String model, Settings settings, List<RemoteChatModel> models) {
        String vendor = provider == null ? "openai-compatible" : provider;
        ModelQuery query = ModelQuery.of(vendor, model).withSettings(settings);
        RemoteChatModelBuilder builder =
                VendorModels.builder(Vendors.known(vendor), baseUrl == null ? query : query.withBaseUrl(baseUrl));
        RemoteChatModel opened =
                key == null ? builder.build() : builder.apiKey(Secret.of(key)).build();
        models.add(opened);
        return opened;
    }
}
