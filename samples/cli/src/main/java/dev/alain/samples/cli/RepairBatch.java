package dev.alain.samples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.JsonRepairException;
import dev.alain.core.json.Repair;
import dev.alain.core.json.RepairOptions;
import dev.alain.core.json.RepairProfile;
import dev.alain.core.json.RepairResult;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Mends one reply a line. */
final class RepairBatch {
    /** Escapes what isn't ASCII, so that half a surrogate pair survives. */
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final RepairOptions common;
    private final Map<JsonNode, RepairOptions> bySchema = new HashMap<>();

    RepairBatch(RepairOptions common) {
        this.common = common;
    }

    /** Writes a line for each line read; replies without a value have their error there. */
    int run(Path from, Path to, PrintWriter err) throws IOException {
        int total = 0;
        int failed = 0;
        try (BufferedReader lines = Files.newBufferedReader(from);
                BufferedWriter results = Files.newBufferedWriter(to)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    ObjectNode result = result(line, ++total);
                    failed += result.has("error") ? 1 : 0;
                    results.write(MAPPER.writeValueAsString(result));
                    results.write('\n');
                }
            }
        }
        err.println(total + (total == 1 ? " reply" : " replies") + ", " + failed + " without a value");
        return 0;
    }

    private ObjectNode result(String line, int number) {
        JsonNode request;
        try {
            request = MAPPER.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "Line " + number + " of the batch is not valid JSON: " + notJson.getOriginalMessage());
        }
        if (!request.path("input").isTextual()) {
            throw new IllegalArgumentException("Line " + number + " of the batch has no text \"input\"");
        }
        ObjectNode result = MAPPER.createObjectNode();
        result.set("id", request.path("id"));
        try {
            RepairResult read = JsonRepair.parse(request.get("input").textValue(), options(request));
            result.set("output", read.value());
            repairs(result.putArray("repairs"), read);
            if (!read.completeness().complete()) {
                result.put("cut", read.completeness().cut().name())
                        .put("cutAt", read.completeness().pointer());
            }
        } catch (JsonRepairException failure) {
            result.put("error", failure.getMessage())
                    .put("reason", failure.reason().name());
        }
        return result;
    }

    private static void repairs(ArrayNode list, RepairResult read) {
        for (Repair repair : read.repairs()) {
            list.addObject()
                    .put("kind", repair.kind().name())
                    .put("start", repair.start())
                    .put("end", repair.end())
                    .put("pointer", repair.pointer())
                    .put("severity", repair.severity().name())
                    .put("detail", repair.detail());
        }
    }

    private RepairOptions options(JsonNode request) {
        JsonNode schema = request.path("schema");
        RepairOptions options = schema.isMissingNode() || schema.isNull()
                ? common
                : bySchema.computeIfAbsent(
                        schema, value -> common.toBuilder().schema(value).build());
        if (!request.has("profile") && !request.has("partial")) {
            return options;
        }
        String profile = request.path("profile").asText(options.profile().name());
        return options.toBuilder()
                .profile(RepairProfile.valueOf(profile.toUpperCase(Locale.ROOT)))
                .partial(request.path("partial").asBoolean(options.partial()))
                .build();
    }
}
