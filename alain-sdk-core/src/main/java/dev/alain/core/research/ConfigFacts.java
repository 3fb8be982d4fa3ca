package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.List;
import java.util.Set;

/** What the model's own configuration says. */
final class ConfigFacts {
    private static final List<String> CONTEXT = List.of(
            "max_position_embeddings", "n_positions", "n_ctx", "max_seq_len", "seq_length", "max_sequence_length");
    /** Families that count positions from their padding index, so that two of them are never used. */
    private static final Set<String> PADDED =
            Set.of("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer");

    private static final int MOST_LABELS = 24;

    private final JsonNode config;
    private final FactCollector facts;

    ConfigFacts(JsonNode config, FactCollector facts) {
        this.config = config;
        this.facts = facts;
    }

    /** Many programs call a file config.json; a model's has one of these. */
    static boolean isModelConfig(JsonNode config) {
        return config.has("model_type")
                || config.has("architectures")
                || config.has("_class_name")
                || config.has("sklearn");
    }

    void read() {
        once(Fact.ARCHITECTURE, "/architectures/0");
        once(Fact.MODEL_TYPE, "/model_type");
        once(Fact.DTYPE, "/torch_dtype");
        once(Fact.DTYPE, "/dtype");
        once(Fact.QUANTIZATION, "/quantization_config/quant_method");
        once("diffusers_class", "/_class_name");
        once("sklearn_file", "/sklearn/model/file");
        config.at("/sklearn/columns")
                .forEach(column -> facts.add("column", column.asText(), Evidence.at("config", "/sklearn/columns")));
        contextLength();
        once(Fact.HIDDEN_SIZE, "/hidden_size");
        once(Fact.HIDDEN_SIZE, "/d_model");
        once(Fact.HIDDEN_SIZE, "/text_config/hidden_size");
        if (config.has("auto_map")) {
            facts.addOnce(Fact.CUSTOM_CODE, "yes", Evidence.at("config", "/auto_map"));
        }
        labels();
    }

    /** Multimodal models keep the language model's part apart; values of a trillion mean: no limit. */
    private void contextLength() {
        for (String holder : List.of("", "/text_config")) {
            for (String key : CONTEXT) {
                JsonNode value = config.at(holder + "/" + key);
                if (value.isIntegralNumber() && value.asLong() > 1 && value.asLong() < 100_000_000) {
                    String type = config.path("model_type").asText();
                    long length =
                            value.asLong() - (key.equals("max_position_embeddings") && PADDED.contains(type) ? 2 : 0);
                    facts.addOnce(
                            Fact.CONTEXT_LENGTH, Long.toString(length), Evidence.at("config", holder + "/" + key));
                }
            }
        }
    }

    private void labels() {
        int count = 0;
        for (JsonNode label : config.path("id2label")) {
            String text = PlainText.visible(label.asText());
            if (count++ < MOST_LABELS && !text.isEmpty() && !text.startsWith("LABEL_")) {
                facts.add(Fact.LABEL, text, Evidence.at("config", "/id2label"));
            }
        }
        if (config.path("id2label").size() > 0) {
            facts.addOnce(
                    "label_count",
                    Integer.toString(config.path("id2label").size()),
                    Evidence.at("config", "/id2label"));
        }
    }

    private void once(String name, String pointer) {
        JsonNode value = config.at(pointer);
        if (value.isTextual() || value.isNumber()) {
            facts.addOnce(name, PlainText.visible(value.asText()), Evidence.at("config", pointer));
        }
    }
}
