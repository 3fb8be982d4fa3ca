package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.Map;

/** What the Hub's API says of a model. */
final class HubFacts {
    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("F64", 8.0),
            Map.entry("F32", 4.0),
            Map.entry("I64", 8.0),
            Map.entry("I32", 4.0),
            Map.entry("BF16", 2.0),
            Map.entry("F16", 2.0),
            Map.entry("I16", 2.0),
            Map.entry("F8_E4M3", 1.0),
            Map.entry("F8_E5M2", 1.0),
            Map.entry("I8", 1.0),
            Map.entry("U8", 1.0),
            Map.entry("BOOL", 1.0));

    private final JsonNode hub;
    private final FactCollector facts;

    HubFacts(JsonNode hub, FactCollector facts) {
        this.hub = hub;
        this.facts = facts;
    }

    void read() {
        String sha = hub.path("sha").asText("");
        if (!sha.isEmpty() && sha.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            once(Fact.REVISION, sha, "/sha");
        }
        text(Fact.AUTHOR, "/author");
        HubVocabulary.task(hub.path("pipeline_tag").asText(""))
                .ifPresent(task -> once(Fact.TASK, task, "/pipeline_tag"));
        text(Fact.LIBRARY, "/library_name");
        once(Fact.GATED, hub.path("gated").isTextual() || hub.path("gated").asBoolean(false) ? "yes" : "no", "/gated");
        license();
        parameters();
        config();
        tags();
        files();
        hub.path("cardData")
                .path("language")
                .forEach(code -> facts.add(Fact.LANGUAGE, code.asText(), at("/cardData/language")));
        text(Fact.MASK_TOKEN, "/mask_token");
        for (JsonNode widget : hub.path("widgetData")) {
            JsonNode example = widget.path("text");
            if (example.isTextual()) {
                facts.add("widget_text", PlainText.visible(example.asText()), at("/widgetData"));
            }
        }
    }

    private void license() {
        JsonNode license = hub.path("cardData").path("license");
        JsonNode first = license.isArray() ? license.path(0) : license;
        LicenseTable.id(first.asText("")).ifPresent(id -> once(Fact.LICENSE, id, "/cardData/license"));
        text("license_name", "/cardData/license_name");
        licenseLink(hub.at("/cardData/license_link").asText(""));
    }

    /** Many cards name a file of their repository. */
    private void licenseLink(String link) {
        String id = hub.path("id").asText(hub.path("modelId").asText(""));
        boolean file = link.matches("[A-Za-z0-9._/-]{1,80}") && !link.startsWith("/") && !link.contains("..");
        if (link.startsWith("https://")) {
            once(Fact.LICENSE_LINK, link, "/cardData/license_link");
        } else if (file) {
            once(Fact.LICENSE_LINK, "https://huggingface.co/" + id + "/blob/main/" + link, "/cardData/license_link");
        }
    }

    private void parameters() {
        JsonNode total = hub.path("safetensors").path("total");
        if (total.isIntegralNumber() && total.asLong() > 0) {
            once(Fact.PARAMETERS, total.asText(), "/safetensors/total");
            weightBytes();
        } else if (hub.path("gguf").path("total").isIntegralNumber()) {
            once(Fact.PARAMETERS, hub.at("/gguf/total").asText(), "/gguf/total");
        }
        text(Fact.CONTEXT_LENGTH, "/gguf/context_length");
        if (hub.at("/gguf/chat_template").isTextual()) {
            once(Fact.CHAT_TEMPLATE, "yes", "/gguf/chat_template");
        }
    }

    private void weightBytes() {
        boolean packed4 =
                hub.at("/config/quantization_config/quant_method").asText("").equals("mxfp4")
                        || hub.at("/config/quantization_config/load_in_4bit").asBoolean(false);
        double bytes = 0;
        double half = 0;
        for (Map.Entry<String, JsonNode> entry :
                hub.at("/safetensors/parameters").properties()) {
            Double size = BYTES.get(entry.getKey());
            if (size == null) {
                return;
            }
            double each = packed4 && entry.getKey().equals("U8") ? 0.5 : size;
            bytes += entry.getValue().asLong() * each;
            half += entry.getValue().asLong() * (entry.getKey().startsWith("F") ? Math.min(2, each) : each);
        }
        if (bytes > 0) {
            once(Fact.WEIGHT_BYTES, Long.toString(Math.round(bytes)), "/safetensors/parameters");
            once("half_bytes", Long.toString(Math.round(half)), "/safetensors/parameters");
        }
        hub.at("/safetensors/parameters").properties().stream()
                .max((a, b) -> Long.compare(a.getValue().asLong(), b.getValue().asLong()))
                .ifPresent(most -> once(Fact.DTYPE, most.getKey(), "/safetensors/parameters"));
    }

    private void config() {
        text(Fact.ARCHITECTURE, "/config/architectures/0");
        text(Fact.MODEL_TYPE, "/config/model_type");
        text(Fact.QUANTIZATION, "/config/quantization_config/quant_method");
        JsonNode tokenizer = hub.at("/config/tokenizer_config/chat_template");
        boolean template = tokenizer.isTextual()
                || tokenizer.isArray()
                || hub.at("/config/chat_template_jinja").isTextual();
        if (template) {
            once(Fact.CHAT_TEMPLATE, "yes", "/config/tokenizer_config/chat_template");
        } else if (hub.at("/config/tokenizer_config").isObject() && !hasTag("conversational")) {
            once(Fact.CHAT_TEMPLATE, "no", "/config/tokenizer_config");
        }
        text("diffusers_class", "/config/diffusers/_class_name");
        text("auto_class", "/transformersInfo/auto_model");
        text("processor_class", "/transformersInfo/processor");
        text("sklearn_file", "/config/sklearn/model/file");
        JsonNode columns = hub.at("/config/sklearn/columns");
        columns.forEach(column -> facts.add("column", column.asText(), at("/config/sklearn/columns")));
    }

    private boolean hasTag(String tag) {
        for (JsonNode each : hub.path("tags")) {
            if (each.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private void tags() {
        for (JsonNode node : hub.path("tags")) {
            String tag = node.asText();
            Evidence evidence = at("/tags");
            if (tag.startsWith("license:")) {
                facts.addOnce(Fact.LICENSE, tag.substring(8), evidence);
            } else if (tag.startsWith("arxiv:")) {
                facts.add(Fact.PAPER, tag.substring(6), evidence);
            } else if (tag.startsWith("dataset:")) {
                facts.add(Fact.DATASET, tag.substring(8), evidence);
            } else if (tag.startsWith("base_model:")) {
                baseModel(tag.substring(11), evidence);
            } else if (tag.equals("conversational")) {
                facts.addOnce(Fact.CHAT_TEMPLATE, "yes", evidence);
            } else if (tag.equals("custom_code")) {
                facts.addOnce(Fact.CUSTOM_CODE, "yes", evidence);
            } else if (tag.indexOf(':') < 0) {
                facts.add(Fact.TAG, tag, evidence);
            }
        }
    }

    private void baseModel(String text, Evidence evidence) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            facts.addOnce(Fact.BASE_MODEL_RELATION, text.substring(0, colon), evidence);
        }
        facts.add(Fact.BASE_MODEL, text.substring(colon + 1), evidence);
    }

    private void files() {
        for (JsonNode sibling : hub.path("siblings")) {
            WeightFiles.read(sibling.path("rfilename").asText(), at("/siblings"), facts);
        }
    }

    private void text(String name, String pointer) {
        JsonNode value = hub.at(pointer);
        if (value.isTextual() || value.isNumber()) {
            once(name, PlainText.visible(value.asText()), pointer);
        }
    }

    private void once(String name, String value, String pointer) {
        facts.addOnce(name, value, at(pointer));
    }

    private static Evidence at(String pointer) {
        return Evidence.at("hub", pointer);
    }
}
