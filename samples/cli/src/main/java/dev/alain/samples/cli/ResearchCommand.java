package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.CookbookGenerator;
import dev.alain.Recipe;
import dev.alain.ResearchMode;
import dev.alain.Settings;
import dev.alain.providers.transport.OkHttpTransport;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.HubAccess;
import dev.alain.research.Snippet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is known of a model, and from where. */
@Command(
        name = "research",
        mixinStandardHelpOptions = true,
        description = "Prints what is known of a model, each fact with its source.")
final class ResearchCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(names = "--offline", description = "Read files and caches only.")
    private boolean offline;

    @Option(
            names = {"--research-mode", "--researchMode"},
            defaultValue = "standard",
            description = "standard (6 s), thorough (12 s, base models too) or fallback (no network).")
    private String researchMode = "standard";

    @Option(names = "--json", description = "Print the dossier for programs.")
    private boolean json;

    ResearchCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CookbookGenerator.Builder builder = CookbookGenerator.builder().hub(HubAccess.from(settings));
        try (OkHttpTransport transport = OkHttpTransport.create();
                CookbookGenerator generator = (offline ? builder : builder.transport(transport)).build()) {
            Recipe recipe = Recipe.about(subject.subject())
                    .researchMode(ResearchMode.parse(researchMode))
                    .build();
            Dossier dossier = generator.plan(recipe).dossier();
            if (json) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(dossier));
            } else {
                print(dossier, out);
            }
        }
        return 0;
    }

    private static void print(Dossier dossier, PrintWriter out) {
        out.println(dossier.modelId().isEmpty() ? dossier.name() + " (the card names no id)" : dossier.modelId());
        for (Fact fact : dossier.facts()) {
            String value = fact.value().replace('\n', ' ');
            String place = fact.evidence().firstLine() > 0
                    ? fact.evidence().source() + ":" + fact.evidence().firstLine()
                    : fact.evidence().source() + " " + fact.evidence().pointer();
            out.println("  %-20s %s  [%s]"
                    .formatted(fact.name(), value.length() > 90 ? value.substring(0, 87) + "..." : value, place));
        }
        for (Snippet snippet : dossier.snippets()) {
            out.println("  %-20s %s, score %d  [%s:%d]"
                    .formatted(
                            "snippet " + snippet.use().label(),
                            snippet.language(),
                            snippet.score(),
                            snippet.evidence().source(),
                            snippet.evidence().firstLine()));
        }
        dossier.missing().forEach(name -> out.println("  missing: " + name));
        dossier.warnings().forEach(warning -> out.println("  warning: " + warning));
    }
}
