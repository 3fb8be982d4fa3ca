package dev.alain.core.assemble;

import dev.alain.Recipe;
import dev.alain.core.text.MarkdownText;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Outline;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;

/** Title, recipe, objectives, prerequisites, setup and configuration. */
final class FrontMatterCells {
    private final Templates templates;
    private final Recipe recipe;
    private final Dossier dossier;
    private final Outline outline;

    FrontMatterCells(Templates templates, Recipe recipe, Dossier dossier, Outline outline) {
        this.templates = templates;
        this.recipe = recipe;
        this.dossier = dossier;
        this.outline = outline;
    }

    void write(Draft draft) {
        draft.markdown("title", "title", "# " + outline.title(), byline());
        draft.markdown("recipe", "recipe", "## Recipe", recipeTable());
        draft.markdown(
                "objectives",
                "objectives",
                outline.overview(),
                "## Learning objectives",
                "By the end of this manual you can:",
                numbered(outline.objectives()));
        draft.markdown(
                "prerequisites", "prerequisites", "## Prerequisites", bullets(outline.prerequisites()), hardware());
        draft.markdown("setup-text", "setup", "## Setup", templates.text("setup.md"));
        draft.code("setup", "setup", install(), "setup");
        draft.markdown("configuration-text", "configuration", "## Configuration", configurationText());
        draft.code("configuration", "configuration", configuration(), "setup");
    }

    private String byline() {
        String id = dossier.modelId();
        String model =
                id.isEmpty() ? MarkdownText.inline(dossier.name()) : "[" + id + "](https://huggingface.co/" + id + ")";
        String license = dossier.value(Fact.LICENSE)
                .map(licenseId -> licenseId.equals("other")
                        ? dossier.value("license_name").orElse(licenseId)
                        : licenseId)
                .map(MarkdownText::inline)
                .orElse("not stated");
        String link = dossier.value(Fact.LICENSE_LINK)
                .filter(BackMatterCells::isPlainUrl)
                .orElse("");
        String family = dossier.value(Fact.LICENSE_FAMILY).orElse("unclear");
        String maker = dossier.value(Fact.AUTHOR).map(MarkdownText::inline).orElse("unknown");
        return "**Model:** " + model + " · **Licence:** "
                + (link.isEmpty() ? license : "[" + license + "](" + link + ")") + " (" + family + ") · **Made by:** "
                + maker;
    }

    private String recipeTable() {
        List<String> rows = new ArrayList<>();
        rows.add("| What was asked for | |\n|---|---|");
        rows.add("| Subject | " + MarkdownText.inline(dossier.modelId().isEmpty() ? dossier.name() : dossier.modelId())
                + " |");
        rows.add("| Difficulty | " + recipe.difficulty().label() + " |");
        rows.add("| Topic of the examples | "
                + (recipe.topic().isEmpty() ? "general" : MarkdownText.inline(recipe.topic())) + " |");
        rows.add("| Interface | " + recipe.ui().name() + " |");
        rows.add("| Template | " + recipe.template().name() + " |");
        rows.add("| Prompts | " + recipe.prompts().name() + " |");
        rows.add("| Language | " + MarkdownText.inline(recipe.language()) + " |");
        rows.add("| Steps | " + outline.steps().size() + " |");
        return String.join("\n", rows);
    }

    private String hardware() {
        String memory = dossier.value(Fact.MEMORY_GIB)
                .map(gib -> "the model needs about " + gib + " GiB of memory (its weights and a fifth on top).")
                .orElse(
                        "how much memory the model needs is not stated by its sources; it is about the size of its weight files, which its page lists, and a fifth on top.");
        String gpu = needsTorch()
                ? "A GPU is not required but makes everything faster; a free Colab T4 (about 15 GiB) is enough for small models."
                : "No GPU is required.";
        return "**Hardware:** " + memory + " " + gpu;
    }

    private boolean needsTorch() {
        return outline.setup().requirements().stream().anyMatch(line -> line.startsWith("torch=="));
    }

    /** What platforms bring along is installed only where it is missing, because theirs fits their hardware. */
    private String install() {
        List<String> pinned = new ArrayList<>();
        StringBuilder kept = new StringBuilder();
        for (String requirement : outline.setup().requirements()) {
            String module = templates.preinstalledModule(requirement.split("==", 2)[0]);
            if (module.isEmpty()) {
                pinned.add(requirement);
            } else {
                kept.append("if find_spec(\"").append(module).append("\") is None:\n    %pip install --quiet ");
                kept.append(requirement).append('\n');
            }
        }
        String others = pinned.isEmpty() ? "" : "%pip install --quiet " + String.join(" ", pinned);
        return templates
                .text("setup.py")
                .replace("# KEPT", kept.toString().strip())
                .replace("# PINNED", others)
                .strip();
    }

    private String configurationText() {
        List<String> rows = new ArrayList<>();
        rows.add("| Variable | What it is for |\n|---|---|");
        for (String line : outline.setup().environment()) {
            int colon = line.indexOf(':');
            rows.add(
                    colon < 0
                            ? "| `" + line + "` | |"
                            : "| `" + line.substring(0, colon) + "` | "
                                    + line.substring(colon + 1).strip() + " |");
        }
        return String.join("\n", rows) + "\n\n" + templates.text(dossier.is(Fact.GATED) ? "keys-gated.md" : "keys.md");
    }

    private String configuration() {
        Slots slots = new Slots()
                .put("model_id", dossier.modelId())
                .put("revision", dossier.value(Fact.REVISION).orElse("main"))
                .put("seed", Long.toString(recipe.seed()));
        String code = templates.text(dossier.modelId().isEmpty() ? "configuration-no-id.py" : "configuration.py");
        if (dossier.fact(Fact.REVISION).isEmpty()) {
            // Nothing is pinned, so there is nothing to choose between.
            code = code.replace("{{revision}} if \"MODEL_ID\" not in os.environ else \"main\"", "\"main\"");
        }
        code += "\n\n" + templates.text(needsTorch() ? "device.py" : "no-device.py");
        if (dossier.is(Fact.GATED)) {
            code += "\n\n" + templates.text("token.py");
        }
        return slots.python(code);
    }

    static String bullets(List<String> items) {
        return String.join("\n", items.stream().map(item -> "- " + item).toList());
    }

    private static String numbered(List<String> items) {
        List<String> lines = new ArrayList<>();
        for (String item : items) {
            lines.add((lines.size() + 1) + ". " + item);
        }
        return String.join("\n", lines);
    }
}
