package dev.alain.core.offline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.Recipe;
import dev.alain.core.text.MarkdownText;
import dev.alain.core.text.Slots;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fills the blanks of scripts from recipe, dossier and examples. */
final class DossierSlots {
    private static final String UNKNOWN = "not stated by its sources";

    private final Recipe recipe;
    private final Dossier dossier;
    private final Slots slots = new Slots();

    private DossierSlots(Recipe recipe, Dossier dossier) {
        this.recipe = recipe;
        this.dossier = dossier;
    }

    static Slots of(Recipe recipe, Dossier dossier, Catalogue catalogue) {
        DossierSlots filler = new DossierSlots(recipe, dossier);
        filler.identity(catalogue);
        filler.numbers();
        filler.prose();
        filler.examples(catalogue.examples());
        filler.usage();
        return filler.slots;
    }

    private void identity(Catalogue catalogue) {
        String task = dossier.value(Fact.TASK).orElse("");
        slots.put("name", MarkdownText.inline(dossier.name()));
        slots.put("model_id", dossier.modelId());
        slots.put("model_or_this", dossier.modelId().isEmpty() ? "this model" : "`" + dossier.modelId() + "`");
        slots.put("revision", dossier.value(Fact.REVISION).orElse("main"));
        slots.put("task", task.isEmpty() ? "unknown" : task);
        slots.put("task_name", task.isEmpty() ? "the task of this model" : catalogue.taskName(task));
        slots.put(
                "library", dossier.value(Fact.LIBRARY).map(MarkdownText::inline).orElse(UNKNOWN));
        slots.put("author", dossier.value(Fact.AUTHOR).map(MarkdownText::inline).orElse("its makers"));
        slots.put(
                "license", dossier.value(Fact.LICENSE).map(MarkdownText::inline).orElse(UNKNOWN));
        slots.put("license_family", dossier.value(Fact.LICENSE_FAMILY).orElse("unclear"));
        slots.put(
                "architecture",
                dossier.value(Fact.ARCHITECTURE).map(MarkdownText::inline).orElse(UNKNOWN));
        slots.put(
                "base_models",
                dossier.values(Fact.BASE_MODEL).stream()
                        .map(MarkdownText::inline)
                        .toList());
        slots.put(
                "languages",
                dossier.values(Fact.LANGUAGE).stream()
                        .limit(12)
                        .map(MarkdownText::inline)
                        .toList());
        slots.put(
                "labels",
                dossier.values(Fact.LABEL).stream().map(MarkdownText::inline).toList());
        slots.put("topic", recipe.topic().isEmpty() ? "everyday life" : MarkdownText.inline(recipe.topic()));
        slots.put("mask_token", dossier.value(Fact.MASK_TOKEN).orElse("[MASK]"));
        slots.put("weight_file", ggufFile());
        slots.put(
                "quantization",
                dossier.value(Fact.QUANTIZATION).map(MarkdownText::inline).orElse("none"));
        slots.put("sklearn_file", dossier.value("sklearn_file").orElse("sklearn_model.joblib"));
        slots.put("columns", dossier.values("column"));
        slots.put("seed", Long.toString(recipe.seed()));
        slots.put("ui", recipe.ui().name());
    }

    /** The usual middle way between size and quality, when the repository has it. */
    private String ggufFile() {
        List<String> files = dossier.values(Fact.WEIGHT_FILE);
        return files.stream()
                .filter(file -> file.toUpperCase(Locale.ROOT).contains("Q4_K_M"))
                .findFirst()
                .or(() -> files.stream().findFirst())
                .orElse("*Q4_K_M.gguf");
    }

    private void numbers() {
        long parameters = dossier.number(Fact.PARAMETERS).orElse(0);
        slots.put("parameters", Long.toString(parameters));
        slots.put("parameters_text", parameters == 0 ? sizeText() : readable(parameters) + " parameters");
        slots.put(
                "weight_bytes", Long.toString(dossier.number(Fact.WEIGHT_BYTES).orElse(0)));
        slots.put("memory_gib", dossier.value(Fact.MEMORY_GIB).orElse("0"));
        slots.put(
                "memory_text",
                dossier.value(Fact.MEMORY_GIB)
                        .map(gib -> "about " + gib + " GiB")
                        .orElse(UNKNOWN));
        slots.put(
                "context_length",
                Long.toString(dossier.number(Fact.CONTEXT_LENGTH).orElse(0)));
        slots.put(
                "context_text",
                dossier.number(Fact.CONTEXT_LENGTH).isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%,d tokens",
                                dossier.number(Fact.CONTEXT_LENGTH).getAsLong())
                        : UNKNOWN);
    }

    private String sizeText() {
        return dossier.value(Fact.SIZE_LABEL)
                .map(label -> "\"" + label + "\" by its name (the exact count is not stated)")
                .orElse(UNKNOWN);
    }

    private static String readable(long parameters) {
        if (parameters >= 1_000_000_000) {
            return String.format(Locale.ROOT, "%.2f billion", parameters / 1e9);
        }
        return parameters >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f million", parameters / 1e6)
                : String.format(Locale.ROOT, "%,d", parameters);
    }

    private void prose() {
        for (String name : List.of(Fact.SUMMARY, Fact.INTENDED_USE, Fact.LIMITATIONS, Fact.TRAINING, Fact.EVALUATION)) {
            slots.put(
                    name + "_quote",
                    dossier.value(name).map(MarkdownText::quote).orElse(""));
        }
        slots.put(
                "citation",
                MarkdownText.fenced("bibtex", dossier.value(Fact.CITATION).orElse("")));
    }

    /** The reader's own prompts come first, then the card's widget examples, then the catalogue's. */
    private void examples(JsonNode examples) {
        boolean topic = !recipe.topic().isEmpty();
        JsonNode set = examples.path(topic ? "topic" : "general");
        set.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isArray()) {
                List<String> texts = new ArrayList<>();
                value.forEach(text -> texts.add(about(text.asText())));
                slots.put(entry.getKey(), texts);
            } else {
                slots.put(entry.getKey(), about(value.asText()));
            }
        });
        List<String> own = recipe.prompts().prompts().isEmpty() && !topic
                ? dossier.values("widget_text").stream()
                        .filter(text -> text.length() < 400)
                        .limit(4)
                        .toList()
                : recipe.prompts().prompts();
        if (own.size() >= 1) {
            slots.put("prompts", own);
            slots.put("texts", own);
            slots.put("first_prompt", own.get(0));
        }
        masked();
    }

    private String about(String template) {
        return template.replace("{topic}", recipe.topic()).replace("{Topic}", capitalised(recipe.topic()));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void masked() {
        String token = dossier.value(Fact.MASK_TOKEN).orElse("[MASK]");
        List<String> widgets = dossier.values("widget_text").stream()
                .filter(text -> text.contains(token))
                .limit(3)
                .toList();
        if (!widgets.isEmpty() && recipe.topic().isEmpty()) {
            slots.put(
                    "masked_texts",
                    widgets.stream().map(text -> text.replace(token, "[GAP]")).toList());
        }
    }

    /** The card's best example, for manuals that have nothing better. */
    private void usage() {
        List<Snippet> usage = dossier.snippets(SnippetUse.USAGE);
        slots.put(
                "usage_heading",
                usage.isEmpty() ? "" : MarkdownText.inline(usage.get(0).heading()));
        slots.put("usage_lines", usage.isEmpty() ? "" : lines(usage.get(0)));
    }

    private static String lines(Snippet snippet) {
        return "lines " + snippet.evidence().firstLine() + " to "
                + snippet.evidence().lastLine();
    }
}
