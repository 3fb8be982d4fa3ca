package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.CookbookGenerator;
import dev.alain.Difficulty;
import dev.alain.GenerationListener;
import dev.alain.GenerationPlan;
import dev.alain.NotebookArtifact;
import dev.alain.PromptPack;
import dev.alain.Recipe;
import dev.alain.ResearchMode;
import dev.alain.Settings;
import dev.alain.Template;
import dev.alain.UiComponent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        description = "Makes a notebook about a model. The offline teacher writes it: no key, no network.")
final class GenerateCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(names = "--offline", description = "Use the offline teacher; the only one in this release.")
    @SuppressWarnings("UnusedVariable") // accepted, because scripts say it; there is nothing to switch
    private boolean offline;

    @Option(names = "--difficulty", defaultValue = "intermediate", description = "beginner, intermediate or advanced.")
    private String difficulty = "intermediate";

    @Option(names = "--topic", defaultValue = "", description = "Theme of the examples, such as \"sourdough bread\".")
    private String topic = "";

    @Option(
            names = "--ui",
            defaultValue = "completion",
            description = "chat, completion, streaming, batch, api, gradio or streamlit.")
    private String ui = "completion";

    @Option(names = "--prompts", defaultValue = "default", description = "Prompt pack.")
    private String prompts = "default";

    @Option(names = "--template", defaultValue = "basic", description = "Shape of the manual.")
    private String template = "basic";

    @Option(
            names = {"--research-mode", "--researchMode"},
            defaultValue = "standard",
            description = "standard, thorough or fallback.")
    private String researchMode = "standard";

    @Option(
            names = {"--max-sections", "--maxSections"},
            defaultValue = "10",
            description = "Most sections, 1 to 15.")
    private int maxSections = 10;

    @Option(names = "--language", defaultValue = "en", description = "Language of the manual.")
    private String language = "en";

    @Option(names = "--seed", defaultValue = "42", description = "Seed of every choice.")
    private long seed = 42;

    @Option(
            names = {"--out-dir", "--outDir"},
            defaultValue = "out",
            description = "Folder for runs and results.")
    private Path outDir = Path.of("out");

    @Option(names = "--resume", paramLabel = "RUN", description = "Finish a run that was interrupted.")
    private @Nullable String resume;

    @Option(names = "--plan", description = "Research and outline only; write no section.")
    private boolean plan;

    @Option(names = "--json", description = "Print a summary for programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Settings environment = Settings.environment();
        PrintWriter out = spec.commandLine().getOut();
        GenerationListener progress = new ProgressPrinter(
                spec.commandLine().getErr(), environment.value("ALAIN_TTY").isPresent());
        try (CookbookGenerator generator = CookbookGenerator.builder()
                .artifacts(outDir)
                .huggingFaceCache(SubjectOptions.cache(environment))
                .build()) {
            if (resume != null) {
                return print(generator.resume(resume, progress), out);
            }
            Recipe recipe = recipe();
            return plan ? print(generator.plan(recipe), out) : print(generator.generate(recipe, progress), out);
        }
    }

    private Recipe recipe() throws IOException {
        return Recipe.about(subject.subject())
                .difficulty(Difficulty.parse(difficulty))
                .topic(topic)
                .ui(new UiComponent(ui))
                .prompts(PromptPack.named(prompts))
                .template(new Template(template))
                .researchMode(ResearchMode.parse(researchMode))
                .maxSections(maxSections)
                .language(language)
                .seed(seed)
                .build();
    }

    private int print(NotebookArtifact artifact, PrintWriter out) {
        String notebook = artifact.folder()
                .map(folder -> folder.resolve("notebook.ipynb").toString())
                .orElse("");
        if (json) {
            ObjectNode summary =
                    MAPPER.createObjectNode().put("run", artifact.runId()).put("notebook", notebook);
            summary.put("verdict", artifact.report().verdict())
                    .put("score", artifact.report().score());
            summary.put("title", artifact.outline().title())
                    .put("steps", artifact.sections().size());
            summary.set("metrics", artifact.metrics().path("notebook"));
            out.println(summary);
        } else {
            out.println(notebook);
            out.println(artifact.report().summary());
            artifact.report().findings().forEach(out::println);
        }
        return artifact.report().passed() ? 0 : 1;
    }

    private int print(GenerationPlan planned, PrintWriter out) {
        if (json) {
            out.println(MAPPER.<ObjectNode>valueToTree(planned));
            return 0;
        }
        out.println(planned.outline().title());
        planned.outline()
                .steps()
                .forEach(step -> out.println("  " + step.title() + " (about " + step.estimatedTokens() + " tokens)"));
        out.println("calls to a chat model: " + planned.estimatedCalls());
        return 0;
    }
}
