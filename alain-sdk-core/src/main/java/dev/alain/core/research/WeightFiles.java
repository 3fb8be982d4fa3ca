package dev.alain.core.research;

import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.Quantization;
import java.util.List;
import java.util.Locale;

/** What the names of a repository's files say. */
final class WeightFiles {
    private static final List<String> SKLEARN = List.of(".joblib", ".pkl", ".pickle", ".skops");

    private WeightFiles() {}

    static void read(String file, Evidence evidence, FactCollector facts) {
        String lower = file.toLowerCase(Locale.ROOT);
        String base = lower.substring(lower.lastIndexOf('/') + 1);
        if (base.endsWith(".gguf") && !base.startsWith("mmproj")) {
            facts.add(Fact.WEIGHT_FILE, file, evidence);
            Quantization.inFileName(base).ifPresent(label -> facts.add("gguf_label", label, evidence));
        } else if (base.equals("adapter_config.json") || base.equals("pytorch_lora_weights.safetensors")) {
            facts.addOnce("adapter", "yes", evidence);
        } else if (base.equals("model_index.json")) {
            facts.addOnce("diffusers_index", "yes", evidence);
        } else if (base.equals("modules.json")) {
            facts.addOnce("sentence_transformers_modules", "yes", evidence);
        } else if (SKLEARN.stream().anyMatch(base::endsWith)) {
            facts.addOnce("sklearn_file", file, evidence);
        } else if (base.endsWith(".safetensors")) {
            facts.addOnce("safetensors", "yes", evidence);
        }
    }
}
