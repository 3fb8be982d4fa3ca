package dev.alain.core.offline;

import dev.alain.Recipe;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.SnippetUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a recipe and a dossier make true. */
final class RecipeFlags {
    private static final double T4_GIB = 14.5;
    private static final List<String> CHAT_NAMES = List.of("instruct", "chat", "it", "assistant");
    private static final Map<String, String> FLAG_OF_FACT = Map.of(
            Fact.PARAMETERS, "params",
            Fact.MEMORY_GIB, "memory",
            Fact.CONTEXT_LENGTH, "context",
            Fact.LIMITATIONS, "limits",
            Fact.INTENDED_USE, "intended",
            Fact.TRAINING, "training",
            Fact.EVALUATION, "evaluation",
            Fact.CITATION, "citation",
            Fact.SUMMARY, "summary",
            Fact.BASE_MODEL, "base");

    private RecipeFlags() {}

    static Flags of(Recipe recipe, Dossier dossier) {
        Set<String> words = new TreeSet<>();
        words.add(recipe.difficulty().label());
        words.add("ui:" + recipe.ui().name());
        add(words, "topic", !recipe.topic().isEmpty());
        add(words, "prompts", !recipe.prompts().prompts().isEmpty());
        add(words, "id", !dossier.modelId().isEmpty());
        add(words, "pinned", dossier.fact(Fact.REVISION).isPresent());
        add(words, "license", dossier.fact(Fact.LICENSE).isPresent());
        add(words, "gated", dossier.is(Fact.GATED));
        add(words, "custom_code", dossier.is(Fact.CUSTOM_CODE));
        add(words, "adapter", dossier.is("adapter"));
        boolean base = dossier.fact(Fact.BASE_MODEL).isPresent();
        add(
                words,
                "lora",
                base && (dossier.is("adapter") || dossier.values(Fact.TAG).contains("lora")));
        add(words, "usage", !dossier.snippets(SnippetUse.USAGE).isEmpty());
        FLAG_OF_FACT.forEach((fact, flag) -> add(words, flag, dossier.fact(fact).isPresent()));
        add(words, "labels", dossier.values(Fact.LABEL).size() > 1);
        add(words, "widget", !dossier.values("widget_text").isEmpty());
        add(words, "chat", isChat(dossier));
        add(words, "gguf", dossier.value("format").filter("gguf"::equals).isPresent());
        add(words, "weight_file", dossier.fact(Fact.WEIGHT_FILE).isPresent());
        add(
                words,
                "big",
                dossier.value(Fact.MEMORY_GIB).map(Double::parseDouble).orElse(0.0) > T4_GIB);
        add(words, "english", isEnglish(dossier));
        words.add("lib:" + library(dossier));
        dossier.value(Fact.MODEL_TYPE).ifPresent(type -> words.add("type:" + type));
        dossier.value(Fact.QUANTIZATION).ifPresent(method -> {
            words.add("quantized");
            words.add("quant:" + method.toLowerCase(Locale.ROOT));
        });
        family(words, dossier.modelId().toLowerCase(Locale.ROOT));
        add(
                words,
                "skops",
                dossier.value("sklearn_file")
                        .filter(file -> file.endsWith(".skops"))
                        .isPresent());
        add(words, "column", !dossier.values("column").isEmpty());
        return new Flags(words);
    }

    private static void add(Set<String> words, String word, boolean holds) {
        if (holds) {
            words.add(word);
        }
    }

    /** Families whose inputs differ though their task is the same. */
    private static void family(Set<String> words, String id) {
        for (String family : List.of(
                "e5",
                "bge",
                "t5",
                "nllb",
                "m2m100",
                "mbart",
                "opus-mt",
                "whisper",
                "vits",
                "mms-tts",
                "speecht5",
                "bark",
                "turbo",
                "lightning",
                "xl",
                "sd3",
                "flux",
                "tapas",
                "qwen3",
                "gpt-oss",
                "paraphrase")) {
            add(words, "family:" + family, id.contains(family));
        }
    }

    private static boolean isChat(Dossier dossier) {
        String template = dossier.value(Fact.CHAT_TEMPLATE).orElse("");
        String name = (dossier.modelId() + " " + dossier.name()).toLowerCase(Locale.ROOT);
        boolean named = CHAT_NAMES.stream()
                .anyMatch(word -> List.of(name.split("[-_./ ]+", -1)).contains(word));
        return template.equals("yes") || (template.isEmpty() && named);
    }

    private static boolean isEnglish(Dossier dossier) {
        List<String> languages = dossier.values(Fact.LANGUAGE);
        return languages.isEmpty()
                || languages.stream()
                        .anyMatch(code -> code.toLowerCase(Locale.ROOT).startsWith("en")
                                || code.equalsIgnoreCase("multilingual"));
    }

    /** The library as scripts call it; several names mean transformers. */
    static String library(Dossier dossier) {
        String library = dossier.value(Fact.LIBRARY).orElse("");
        return switch (library) {
            case "", "pytorch", "transformers", "vllm", "safetensors", "jax", "tf" -> "transformers";
            case "scikit-learn" -> "sklearn";
            default -> library;
        };
    }
}
