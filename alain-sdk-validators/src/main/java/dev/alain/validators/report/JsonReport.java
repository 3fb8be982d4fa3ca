package dev.alain.validators.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is known, for programs: {@code {"version": 1, "notebooks": […], "rules": […], "passed": true}}.
 *
 * <p>{@link #schema()} describes it. A fix whose text may hold a key has {@code "withheld": true} and no edits.
 */
public final class JsonReport implements ReportFormat {
    private static final int VERSION = 1;

    /** The format; it has no settings. */
    public JsonReport() {}

    @Override
    public String name() {
        return "json";
    }

    /** The JSON Schema of the report, draft 2020-12. */
    public static String schema() {
        try (InputStream in = JsonReport.class.getResourceAsStream("validation-report.v1.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("validation-report.v1.schema.json is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of reports", e);
        }
    }

    @Override
    public ReportWriter open(Appendable out) throws IOException {
        JsonGenerator json = JsonText.open(out);
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeArrayFieldStart("notebooks");
        return new Running(json);
    }

    /** What people are told about rules, by id, in a form that belongs to no report. */
    public static JsonNode rule(RuleInfo info) {
        return RuleJson.of(info);
    }

    private static final class Running implements ReportWriter {
        private final JsonGenerator json;
        private final Map<String, RuleInfo> rules = new TreeMap<>();
        private boolean passed = true;

        Running(JsonGenerator json) {
            this.json = json;
        }

        @Override
        public void add(Checked checked) throws IOException {
            ValidationReport report = checked.report();
            passed &= report.passed();
            report.findings()
                    .forEach(finding -> report.info(finding.ruleId()).ifPresent(info -> rules.put(info.id(), info)));
            ObjectNode notebook = JsonText.MAPPER.createObjectNode().put("file", checked.file());
            json.writeTree(notebook.set("report", tree(report)));
        }

        private static JsonNode tree(ValidationReport report) {
            JsonNode tree = JsonText.MAPPER.valueToTree(report);
            GuardedCells guarded = GuardedCells.of(report);
            for (int i = 0; i < report.findings().size(); i++) {
                withhold(report.findings().get(i), tree.path("findings").path(i).path("fixes"), guarded);
            }
            return tree;
        }

        private static void withhold(Finding finding, JsonNode fixes, GuardedCells guarded) {
            List<Fix> known = finding.fixes();
            for (int i = 0; i < known.size(); i++) {
                if (!guarded.mayTell(known.get(i)) && fixes.path(i) instanceof ObjectNode fix) {
                    fix.putArray("edits");
                    fix.put("withheld", true);
                }
            }
        }

        @Override
        public void end() throws IOException {
            json.writeEndArray();
            json.writeArrayFieldStart("rules");
            for (RuleInfo info : rules.values()) {
                json.writeTree(RuleJson.of(info));
            }
            json.writeEndArray();
            json.writeBooleanField("passed", passed);
            json.writeEndObject();
            JsonText.end(json);
        }
    }
}
