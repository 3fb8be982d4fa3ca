package dev.alain.samples.cli;

import dev.alain.Budget;
import dev.alain.Difficulty;
import dev.alain.PromptPack;
import dev.alain.Recipe;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.TeacherLoss;
import dev.alain.Template;
import dev.alain.UiComponent;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What a manual should be like. */
final class RecipeOptions {
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
            description = "standard (6 s), thorough (12 s, base models too) or fallback (no network).")
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

    @Option(names = "--max-calls", defaultValue = "60", description = "Most calls to the chat model.")
    private int calls = 60;

    @Option(names = "--max-tokens", defaultValue = "200000", description = "Most tokens, in and out.")
    private long tokens = 200_000;

    @Option(names = "--max-minutes", defaultValue = "10", description = "Most time.")
    private int minutes = 10;

    @Option(
            names = "--on-teacher-loss",
            defaultValue = "fail",
            description =
                    "When the chat model refuses the key or never answers: fail, or offline for an offline manual.")
    private String onTeacherLoss = "fail";

    Recipe recipe(Subject subject) {
        return Recipe.about(subject)
                .difficulty(Difficulty.parse(difficulty))
                .topic(topic)
                .ui(new UiComponent(ui))
                .prompts(PromptPack.named(prompts))
                .template(new Template(template))
                .researchMode(ResearchMode.parse(researchMode))
                .maxSections(maxSections)
                .language(language)
                .seed(seed)
                .budget(Budget.defaults().withCalls(calls).withTokens(tokens).withTime(Duration.ofMinutes(minutes)))
                .onTeacherLoss(loss())
                .build();
    }

    private TeacherLoss loss() {
        for (TeacherLoss loss : TeacherLoss.values()) {
            if (loss.label().equals(onTeacherLoss.toLowerCase(Locale.ROOT))) {
                return loss;
            }
        }
        throw new IllegalArgumentException("--on-teacher-loss must be fail or offline, not \"" + onTeacherLoss + "\"");
    }
}
