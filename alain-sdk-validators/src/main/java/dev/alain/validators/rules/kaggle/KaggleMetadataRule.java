package dev.alain.validators.rules.kaggle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.colab.GpuUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metadata tell Kaggle what the notebook needs. */
final class KaggleMetadataRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("KAG004");
    private static final String GPU = "nvidiaTeslaT4";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (!view.hasProfile("kaggle")) {
            return;
        }
        JsonNode kaggle = view.metadata().path("kaggle");
        Map<String, JsonNode> missing = missing(view, kaggle);
        if (!missing.isEmpty()) {
            findings.report(finding("metadata.kaggle lacks " + String.join(", ", missing.keySet()), missing));
        }
        boolean said = kaggle.path("isGpuEnabled").isBoolean()
                && kaggle.path("accelerator").isTextual();
        boolean gpu = kaggle.path("isGpuEnabled").asBoolean();
        if (said && gpu != namesGpu(kaggle)) {
            String message = "metadata.kaggle contradicts itself: isGpuEnabled is " + gpu + " and accelerator is "
                    + kaggle.path("accelerator").asText();
            findings.report(finding(
                    message, gpuValues(namesGpu(kaggle) || !GpuUse.of(view).isEmpty(), kaggle)));
        } else if (said && !gpu && !GpuUse.of(view).isEmpty()) {
            String message = "the code needs a GPU (" + GpuUse.of(view).get(0).what() + "), but isGpuEnabled is false";
            findings.report(finding(message, gpuValues(true, kaggle)));
        }
    }

    private static boolean namesGpu(JsonNode kaggle) {
        String name = kaggle.path("accelerator").asText();
        return !name.equals("none")
                && !name.isEmpty()
                && !name.toLowerCase(java.util.Locale.ROOT).startsWith("tpu");
    }

    private static Map<String, JsonNode> gpuValues(boolean gpu, JsonNode kaggle) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("accelerator", namesGpu(kaggle) == gpu ? kaggle.path("accelerator") : accelerator(gpu));
        values.put("isGpuEnabled", BooleanNode.valueOf(gpu));
        return values;
    }

    private static JsonNode accelerator(boolean gpu) {
        return TextNode.valueOf(gpu ? GPU : "none");
    }

    private static Map<String, JsonNode> missing(NotebookView view, JsonNode kaggle) {
        boolean gpu = kaggle.path("isGpuEnabled").asBoolean(!GpuUse.of(view).isEmpty() || namesGpu(kaggle));
        boolean offline = view.hasProfile("offline");
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("accelerator", accelerator(gpu));
        values.put("isGpuEnabled", BooleanNode.valueOf(gpu));
        values.put("isInternetEnabled", BooleanNode.valueOf(!offline));
        values.put("language", TextNode.valueOf(language(view)));
        values.put("sourceType", TextNode.valueOf("notebook"));
        values.keySet().removeIf(kaggle::has);
        return values;
    }

    private static String language(NotebookView view) {
        String name = view.metadata().path("language_info").path("name").asText("python");
        return name.equalsIgnoreCase("r") ? "r" : "python";
    }

    private static Finding finding(String message, Map<String, JsonNode> values) {
        List<Fix.Edit> edits = new ArrayList<>();
        values.forEach((name, value) -> edits.add(new Fix.SetMetadata("", "/kaggle/" + name, value)));
        return Finding.of(INFO, message)
                .remedy("set " + String.join(", ", values.keySet()) + " in metadata.kaggle")
                .fixes(new Fix("tells Kaggle what the notebook needs", true, edits))
                .build();
    }
}
