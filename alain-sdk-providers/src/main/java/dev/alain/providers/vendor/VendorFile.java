package dev.alain.providers.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.net.HttpTimeouts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Vendors as JSON. */
final class VendorFile {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "title",
            "dialect",
            "baseUrl",
            "baseUrlVariables",
            "keyVariables",
            "keyRequired",
            "local",
            "tokenField",
            "structuredOutput",
            "strictSchema",
            "streaming",
            "contextPointer",
            "healthPath",
            "concurrency",
            "answerTokens",
            "timeouts",
            "thinking",
            "headers");

    private VendorFile() {}

    static Vendor read(JsonNode fields) {
        Set<String> unknown = new TreeSet<>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!fields.isObject() || !unknown.isEmpty()) {
            throw new IllegalArgumentException("a vendor is an object of " + new TreeSet<>(FIELDS)
                    + (unknown.isEmpty() ? "" : ", without " + unknown));
        }
        VendorBuilder vendor = new VendorBuilder(fields.path("name").asText())
                .title(fields.path("title").asText(""))
                .dialect(fields.path("dialect").asText("openai"))
                .local(fields.path("local").asBoolean(false))
                .baseUrlVariables(texts(fields.path("baseUrlVariables")))
                .keyVariables(texts(fields.path("keyVariables")))
                .tokenField(fields.path("tokenField").asText("max_tokens"))
                .structuredOutput(ways(fields.path("structuredOutput")))
                .strictSchema(fields.path("strictSchema").asBoolean(false))
                .streaming(fields.path("streaming").asBoolean(true))
                .contextPointer(fields.path("contextPointer").asText(""))
                .healthPath(fields.path("healthPath").asText(""))
                .concurrency(fields.path("concurrency").asInt(0))
                .answerTokens(fields.path("answerTokens").asInt(0));
        optional(fields, vendor);
        return vendor.build();
    }

    static ObjectNode write(Vendor vendor) {
        ObjectNode fields = Vendor.noFields();
        fields.put("name", vendor.name()).put("title", vendor.title()).put("dialect", vendor.dialect());
        vendor.baseUrl().map(URI::toString).ifPresent(url -> fields.put("baseUrl", url));
        put(fields.putArray("baseUrlVariables"), vendor.baseUrlVariables());
        put(fields.putArray("keyVariables"), vendor.keyVariables());
        fields.put("keyRequired", vendor.keyRequired())
                .put("local", vendor.local())
                .put("tokenField", vendor.tokenField());
        put(
                fields.putArray("structuredOutput"),
                vendor.structuredOutput().stream().map(StructuredOutput::label).toList());
        fields.put("strictSchema", vendor.strictSchema())
                .put("streaming", vendor.streaming())
                .put("contextPointer", vendor.contextPointer())
                .put("healthPath", vendor.healthPath())
                .put("concurrency", vendor.concurrency())
                .put("answerTokens", vendor.answerTokens());
        fields.putObject("timeouts")
                .put("connect", vendor.timeouts().connect().toString())
                .put("firstByte", vendor.timeouts().firstByte().toString())
                .put("idle", vendor.timeouts().idle().toString())
                .put("total", vendor.timeouts().total().toString());
        fields.set("thinking", vendor.thinking());
        ObjectNode headers = fields.putObject("headers");
        vendor.headers().forEach(headers::put);
        return fields;
    }

    private static void optional(JsonNode fields, VendorBuilder vendor) {
        if (fields.has("baseUrl")) {
            vendor.baseUrl(fields.get("baseUrl").asText());
        }
        if (fields.has("keyRequired")) {
            vendor.keyRequired(fields.get("keyRequired").asBoolean());
        }
        if (fields.path("thinking") instanceof ObjectNode thinking) {
            vendor.thinking(thinking);
        }
        if (fields.path("timeouts") instanceof ObjectNode times) {
            vendor.timeouts(new HttpTimeouts(
                    time(times, "connect"), time(times, "firstByte"), time(times, "idle"), time(times, "total")));
        }
        for (Map.Entry<String, JsonNode> header : fields.path("headers").properties()) {
            vendor.header(header.getKey(), header.getValue().asText());
        }
    }

    private static Duration time(ObjectNode times, String name) {
        return times.has(name) ? Duration.parse(times.get(name).asText()) : Duration.ZERO;
    }

    private static StructuredOutput[] ways(JsonNode array) {
        List<StructuredOutput> ways = new ArrayList<>();
        array.forEach(way -> ways.add(StructuredOutput.named(way.asText())));
        return ways.toArray(StructuredOutput[]::new);
    }

    private static String[] texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts.toArray(String[]::new);
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
