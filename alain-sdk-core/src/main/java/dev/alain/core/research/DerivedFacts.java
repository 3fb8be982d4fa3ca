package dev.alain.core.research;

import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts that follow from other facts, each with the rule by which it follows. */
final class DerivedFacts {
    private static final Pattern SIZE = Pattern.compile("(?:^|[-_.])(\\d{1,4}(?:\\.\\d{1,2})?[bBmM])(?:$|[-_.])");
    private static final Map<String, String> LIBRARY_OF_IMPORT = Map.ofEntries(
            Map.entry("sentence_transformers", "sentence-transformers"),
            Map.entry("diffusers", "diffusers"),
            Map.entry("llama_cpp", "llama-cpp-python"),
            Map.entry("peft", "peft"),
            Map.entry("timm", "timm"),
            Map.entry("spacy", "spacy"),
            Map.entry("flair", "flair"),
            Map.entry("speechbrain", "speechbrain"),
            Map.entry("espnet2", "espnet"),
            Map.entry("espnet_model_zoo", "espnet"),
            Map.entry("nemo", "nemo"),
            Map.entry("ultralytics", "ultralytics"),
            Map.entry("setfit", "setfit"),
            Map.entry("joblib", "sklearn"),
            Map.entry("skops", "sklearn"),
            Map.entry("sklearn", "sklearn"),
            Map.entry("keras", "keras"),
            Map.entry("pyannote", "pyannote-audio"),
            Map.entry("fairseq", "fairseq"),
            Map.entry("open_clip", "open_clip"),
            Map.entry("stable_baselines3", "stable-baselines3"));
    private static final double GIB = 1L << 30;

    private final FactCollector facts;

    private DerivedFacts(FactCollector facts) {
        this.facts = facts;
    }

    static void derive(FactCollector facts, String modelId, List<Snippet> snippets, List<String> fileNames) {
        DerivedFacts derived = new DerivedFacts(facts);
        fileNames.forEach(name -> WeightFiles.read(name, Evidence.at("cache", "files"), facts));
        derived.library(modelId, snippets);
        derived.task(snippets);
        derived.license(modelId);
        derived.sizeLabel(modelId);
        derived.memory();
        derived.author(modelId);
    }

    private void library(String modelId, List<Snippet> snippets) {
        boolean gguf = !facts.values(Fact.WEIGHT_FILE).isEmpty()
                || facts.values(Fact.TAG).contains("gguf")
                || modelId.toLowerCase(Locale.ROOT).endsWith("-gguf");
        if (gguf) {
            Evidence evidence = facts.evidence(Fact.WEIGHT_FILE)
                    .or(() -> facts.evidence(Fact.TAG))
                    .orElse(Evidence.at("card", "model id"));
            facts.addOnce("format", "gguf", evidence);
        }
        for (Snippet snippet : snippets) {
            if (snippet.use() != SnippetUse.USAGE || !snippet.language().equals("python")) {
                continue;
            }
            Set<String> imports = PythonSource.imports(snippet.code());
            LIBRARY_OF_IMPORT.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(entry -> imports.contains(entry.getKey()))
                    .findFirst()
                    .ifPresent(entry -> facts.addOnce(Fact.LIBRARY, entry.getValue(), snippet.evidence()));
            if (imports.contains("transformers")) {
                facts.addOnce(Fact.LIBRARY, "transformers", snippet.evidence());
            }
        }
        facts.evidence(Fact.ARCHITECTURE).ifPresent(evidence -> facts.addOnce(Fact.LIBRARY, "transformers", evidence));
    }

    private void task(List<Snippet> snippets) {
        facts.value(Fact.ARCHITECTURE)
                .flatMap(HubVocabulary::taskOfArchitecture)
                .ifPresent(task -> facts.addOnce(
                        Fact.TASK, task, facts.evidence(Fact.ARCHITECTURE).orElseThrow()));
        for (Snippet snippet : snippets) {
            int at = snippet.code().indexOf("pipeline(");
            if (at >= 0) {
                String rest = snippet.code().substring(at + 9).stripLeading();
                if (rest.startsWith("\"") || rest.startsWith("'")) {
                    int end = rest.indexOf(rest.charAt(0), 1);
                    HubVocabulary.task(end < 0 ? "" : rest.substring(1, end))
                            .ifPresent(task -> facts.addOnce(Fact.TASK, task, snippet.evidence()));
                }
            }
            HubVocabularyOfCode.task(snippet.code())
                    .ifPresent(task -> facts.addOnce(Fact.TASK, task, snippet.evidence()));
        }
        if (facts.value("diffusers_class").isPresent()) {
            facts.addOnce(
                    Fact.TASK,
                    "text-to-image",
                    facts.evidence("diffusers_class").orElseThrow());
        }
    }

    private void license(String modelId) {
        facts.value(Fact.LICENSE).ifPresent(id -> {
            Evidence evidence = facts.evidence(Fact.LICENSE).orElseThrow();
            facts.addOnce(Fact.LICENSE_FAMILY, LicenseTable.family(id), evidence);
            LicenseTable.url(id).ifPresent(url -> facts.addOnce(Fact.LICENSE_LINK, url, evidence));
            if (!modelId.isEmpty()) {
                facts.addOnce(Fact.LICENSE_LINK, "https://huggingface.co/" + modelId, evidence);
            }
        });
    }

    /** Makers round: "1B" models hold 1.24 billion. So this is a label and never a count. */
    private void sizeLabel(String modelId) {
        Matcher matcher = SIZE.matcher(modelId.substring(modelId.indexOf('/') + 1));
        if (matcher.find()) {
            facts.addOnce(Fact.SIZE_LABEL, matcher.group(1).toUpperCase(Locale.ROOT), Evidence.at("card", "model id"));
        }
    }

    /** Weights in 16 bits, or as they are when they are smaller, and a fifth for what a run adds. */
    private void memory() {
        double parameters =
                facts.value(Fact.PARAMETERS).map(Double::parseDouble).orElse(0.0);
        double half = facts.value("half_bytes").map(Double::parseDouble).orElse(0.0);
        // Files of quantised weights differ in size, so without theirs nothing is known.
        boolean gguf = facts.value("format").isPresent();
        if (parameters > 0 && !gguf) {
            double bytes = half > 0 ? half : parameters * 2;
            String gib = String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes * 1.2 / GIB));
            facts.addOnce(Fact.MEMORY_GIB, gib, facts.evidence(Fact.PARAMETERS).orElseThrow());
        }
    }

    private void author(String modelId) {
        int slash = modelId.indexOf('/');
        if (slash > 0) {
            facts.addOnce(Fact.AUTHOR, modelId.substring(0, slash), Evidence.at("card", "model id"));
        }
    }
}
