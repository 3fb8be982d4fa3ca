package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Secret;
import dev.alain.Settings;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.RemoteChatModelBuilder;
import dev.alain.providers.VendorModels;
import dev.alain.providers.vendor.Health;
import dev.alain.providers.vendor.ModelInfo;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import dev.alain.providers.vendor.Vendors;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which chat endpoints there are, how they are, and what they have. */
@Command(
        name = "providers",
        mixinStandardHelpOptions = true,
        description = "Lists chat endpoints, asks how they are, and lists their models.",
        footer = {
            "",
            "  alain providers                       all vendors, and whether their keys are set",
            "  alain providers health ollama         exit code 0 when it answers, 1 when not",
            "  alain providers models vllm --base-url http://gpu-box:8000/v1"
        })
final class ProvidersCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "list|health|models|NAME",
            description = "What to do; a vendor's name shows what is known of it. Default: list.")
    private String action = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The vendor.")
    private @Nullable String name;

    @Option(
            names = {"--base-url", "--baseUrl"},
            paramLabel = "URL",
            description = "Where the endpoint is.")
    private @Nullable URI baseUrl;

    @Option(
            names = {"--api-key", "--apiKey"},
            paramLabel = "KEY",
            description = "The key; better set in the environment, where no list of processes shows it.")
    private @Nullable String key;

    @Option(names = "--vendor", paramLabel = "FILE", description = "A vendor of your own, as JSON.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print for programs.")
    private boolean json;

    ProvidersCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        return switch (action) {
            case "list" -> list();
            case "health" -> health();
            case "models" -> models();
            default -> {
                print(vendor(action).toJson());
                yield 0;
            }
        };
    }

    private int list() throws IOException {
        ArrayNode all = new ObjectMapper().createArrayNode();
        out().print(json ? "" : "%-18s %-34s %-28s %s%n".formatted("NAME", "ENDPOINT", "KEY", "STRUCTURED OUTPUT"));
        for (String each : Vendors.names()) {
            Vendor vendor = Vendors.known(each);
            all.add(vendor.toJson().put("keySet", keyState(vendor).endsWith("(set)")));
            if (!json) {
                out().println("%-18s %-34s %-28s %s"
                        .formatted(
                                each,
                                vendor.baseUrl().map(URI::toString).orElse("--base-url"),
                                keyState(vendor),
                                ways(vendor)));
            }
        }
        if (json) {
            print(all);
        }
        return 0;
    }

    private int health() throws IOException {
        boolean up = true;
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Vendor vendor : asked()) {
            Health health = health(vendor);
            up &= health.up();
            all.addObject()
                    .put("name", vendor.name())
                    .put("state", health.state().name())
                    .put("message", health.message())
                    .put("millis", health.latency().toMillis());
            if (!json) {
                out().println("%-18s %-13s %5d ms  %s"
                        .formatted(
                                vendor.name(), health.state(), health.latency().toMillis(), health.message()));
            }
        }
        if (json) {
            print(all);
        }
        return up ? 0 : 1;
    }

    private int models() throws IOException {
        ArrayNode all = new ObjectMapper().createArrayNode();
        try (RemoteChatModel model = model(vendor(name == null ? "ollama" : name))) {
            for (ModelInfo info : model.models()) {
                ObjectNode entry = all.addObject().put("id", info.id());
                info.contextLength().ifPresent(length -> entry.put("contextLength", length));
                if (!json) {
                    out().println(info.id()
                            + (info.contextLength().isPresent()
                                    ? "  (" + info.contextLength().getAsInt() + " tokens)"
                                    : ""));
                }
            }
        }
        if (json) {
            print(all);
        }
        return 0;
    }

    /** The one named, or all that run on this machine and all whose key is set. */
    private List<Vendor> asked() throws IOException {
        if (name != null || file != null) {
            return List.of(vendor(name == null ? "" : name));
        }
        return Vendors.names().stream()
                .map(Vendors::known)
                .filter(vendor -> vendor.baseUrl().isPresent())
                .filter(vendor -> vendor.local() || keyState(vendor).endsWith("(set)"))
                .toList();
    }

    private Health health(Vendor vendor) {
        try (RemoteChatModel model = model(vendor)) {
            return model.health();
        }
    }

    /** Nothing is asked of the model itself, so its name does not matter. */
    private RemoteChatModel model(Vendor vendor) {
        ModelQuery query = ModelQuery.of(vendor.name(), "any").withSettings(settings);
        RemoteChatModelBuilder builder =
                VendorModels.builder(vendor, baseUrl == null ? query : query.withBaseUrl(baseUrl));
        return key == null ? builder.build() : builder.apiKey(Secret.of(key)).build();
    }

    private Vendor vendor(String wanted) throws IOException {
        return file == null ? Vendors.known(wanted) : Vendor.of(new ObjectMapper().readTree(Files.readAllBytes(file)));
    }

    private String keyState(Vendor vendor) {
        boolean set = Secret.named(settings, vendor.keyVariables()).isPresent();
        String names = String.join(", ", vendor.keyVariables());
        return (vendor.keyRequired() ? names : "none, or " + names) + (set ? " (set)" : "");
    }

    private static String ways(Vendor vendor) {
        return vendor.structuredOutput().isEmpty()
                ? "prompt"
                : vendor.structuredOutput().stream()
                        .map(StructuredOutput::label)
                        .collect(Collectors.joining(", "));
    }

    private void print(Object value) throws IOException {
        out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
