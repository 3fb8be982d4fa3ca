package dev.alain.samples.cli;

import dev.alain.CookbookGenerator;
import dev.alain.GenerationListener;
import dev.alain.LicensePolicy;
import dev.alain.Settings;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.transport.OkHttpTransport;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a notebook. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a notebook about a model. Without --provider the offline teacher writes it: no key needed.",
        footer = {
            "",
            "  alain generate --card README.md",
            "  alain generate --model Qwen/Qwen3-8B --provider ollama --teacher qwen3:8b",
            "  alain generate --model openai/gpt-oss-20b --provider poe --teacher GPT-OSS-120B --topic beekeeping"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private final TeacherOptions teacher = new TeacherOptions();

    @Option(
            names = "--refuse-license",
            paramLabel = "NAME",
            split = ",",
            description = "Licences or families to refuse, such as non-commercial.")
    private List<String> refused = List.of();

    @Option(
            names = {"--out-dir", "--outDir"},
            defaultValue = "out",
            description = "Folder for runs and results.")
    private Path outDir = Path.of("out");

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Finish a run that was interrupted; name its provider and teacher again.")
    private @Nullable String resume;

    @Option(names = "--plan", description = "Research and outline only; write no section.")
    private boolean plan;

    @Option(names = "--json", description = "Print a summary for programs.")
    private boolean json;

    GenerateCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        CookbookGenerator.Builder builder = CookbookGenerator.builder()
                .artifacts(outDir)
                .hub(HubAccess.from(settings).toBuilder()
                        .offline(teacher.offline() || HubAccess.from(settings).offline())
                        .build())
                .licenses(LicensePolicy.refusing(refused.toArray(String[]::new)));
        List<RemoteChatModel> models = teacher.into(builder, settings, Optional.ofNullable(subject.model));
        try (OkHttpTransport transport = OkHttpTransport.create();
                CookbookGenerator generator = (teacher.offline() ? builder : builder.transport(transport)).build()) {
            return run(generator);
        } finally {
            models.forEach(RemoteChatModel::close);
        }
    }

    private int run(CookbookGenerator generator) throws IOException {
        ResultPrinter printer = new ResultPrinter(spec.commandLine().getOut(), json);
        boolean terminal = settings.value("ALAIN_TTY").isPresent();
        GenerationListener progress = new ProgressPrinter(spec.commandLine().getErr(), terminal, System::nanoTime);
        if (resume != null) {
            return printer.print(generator.resume(resume, progress));
        }
        var wanted = recipe.recipe(subject.subject());
        return plan ? printer.print(generator.plan(wanted)) : printer.print(generator.generate(wanted, progress));
    }
}
