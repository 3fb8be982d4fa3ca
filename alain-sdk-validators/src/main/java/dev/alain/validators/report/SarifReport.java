package dev.alain.validators.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * SARIF 2.1.0, as code scanning takes it.
 *
 * <p>A finding stands where the line of its cell stands in the file's JSON, with exact columns where the rule gave
 * them; {@code logicalLocations} name the cell and {@code properties.cellRegion} the place in its text. What concerns
 * the whole notebook stands at line 1. Fixes that change cell texts only are there as replacements in the JSON.
 *
 * <p>Source: OASIS SARIF Version 2.1.0 plus Errata 01, 2023.
 */
public final class SarifReport implements ReportFormat {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** The format; it has no settings. */
    public SarifReport() {}

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public ReportWriter open(Appendable out) throws IOException {
        JsonGenerator json = JsonText.open(out);
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        return new Run(json);
    }

    /** The rules are known at the end only, so that no notebook has to be kept. */
    private static final class Run implements ReportWriter {
        private final JsonGenerator json;
        private final SarifRules rules = new SarifRules();
        private final ArrayNode notifications = JsonText.MAPPER.createArrayNode();

        Run(JsonGenerator json) {
            this.json = json;
        }

        @Override
        public void add(Checked checked) throws IOException {
            for (ObjectNode result : new SarifResults(checked, rules).all()) {
                json.writeTree(result);
            }
            checked.report().rulesFailed().forEach((rule, reason) -> {
                ObjectNode notification = notifications.addObject();
                notification.putObject("descriptor").put("id", "rule-failed");
                notification.putObject("associatedRule").put("id", rule);
                notification.putObject("message").put("text", "rule " + rule + " failed: " + reason);
                notification.put("level", "error");
                notification
                        .putArray("locations")
                        .addObject()
                        .putObject("physicalLocation")
                        .putObject("artifactLocation")
                        .put("uri", ArtifactUri.of(checked.file()));
            });
        }

        @Override
        public void end() throws IOException {
            json.writeEndArray();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "alain");
            json.writeStringField("fullName", "ALAIN notebook validator");
            json.writeFieldName("rules");
            json.writeTree(rules.toJson());
            json.writeEndObject();
            json.writeEndObject();
            invocations();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            JsonText.end(json);
        }

        private void invocations() throws IOException {
            ArrayNode invocations = JsonText.MAPPER.createArrayNode();
            ObjectNode invocation = invocations.addObject().put("executionSuccessful", notifications.isEmpty());
            if (!notifications.isEmpty()) {
                invocation.set("toolExecutionNotifications", notifications);
            }
            json.writeFieldName("invocations");
            json.writeTree(invocations);
        }
    }
}
