package dev.alain.validators.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.validation.Finding;
import dev.alain.validation.ValidationReport;
import dev.alain.validation.ValidationReport.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of one notebook. */
final class SarifResults {
    private static final String FINGERPRINT = "alainFinding/v1";

    private final Checked checked;
    private final SarifRules rules;
    private final SourceMap map;
    private final ObjectNode artifact;
    private final Fingerprints fingerprints = new Fingerprints();

    SarifResults(Checked checked, SarifRules rules) {
        this.checked = checked;
        this.rules = rules;
        this.map = namesCells(checked.report()) ? SourceMap.of(checked.document()) : SourceMap.NONE;
        this.artifact = JsonText.MAPPER.createObjectNode().put("uri", ArtifactUri.of(checked.file()));
    }

    private static boolean namesCells(ValidationReport report) {
        return report.findings().stream().anyMatch(finding -> finding.cellId().isPresent())
                || report.waivers().stream().anyMatch(waiver -> !waiver.cell().isEmpty());
    }

    List<ObjectNode> all() {
        ValidationReport report = checked.report();
        SarifFixes fixes = new SarifFixes(map, GuardedCells.of(report), artifact);
        List<ObjectNode> results = new ArrayList<>();
        report.findings().forEach(finding -> results.add(result(finding, fixes)));
        report.waivers().forEach(waiver -> results.add(suppressed(waiver)));
        return results;
    }

    private ObjectNode result(Finding finding, SarifFixes fixes) {
        int number = rules.number(finding.ruleId(), checked.report().info(finding.ruleId()));
        String remedy = finding.remedy().isEmpty() ? "" : "; " + finding.remedy();
        ObjectNode result =
                result(finding.ruleId(), number, SarifRules.level(finding.severity()), finding.message() + remedy);
        result.putArray("locations").add(location(finding));
        result.putObject("partialFingerprints").put(FINGERPRINT, fingerprints.of(finding));
        JsonNode ways = fixes.of(finding);
        if (!ways.isEmpty()) {
            result.set("fixes", ways);
        }
        if (!finding.evidence().isEmpty()) {
            result.putObject("properties").put("evidence", finding.evidence());
        }
        return result;
    }

    private static ObjectNode result(String rule, int number, String level, String message) {
        ObjectNode result = JsonText.MAPPER
                .createObjectNode()
                .put("ruleId", rule)
                .put("ruleIndex", number)
                .put("level", level);
        // A notebook's text must not become a link: SARIF 2.1.0, 3.11.6.
        result.putObject("message").put("text", message.replace("](", "] ("));
        return result;
    }

    /** The report keeps that something was set aside, not what it was. */
    private ObjectNode suppressed(Waiver waiver) {
        int number = rules.number(waiver.rule(), checked.report().info(waiver.rule()));
        ObjectNode result = result(waiver.rule(), number, "none", "set aside: " + waiver.reason());
        result.put("kind", "review");
        Optional<String> cell = Optional.of(waiver.cell()).filter(id -> !id.isEmpty());
        result.putArray("locations").add(location(cell, cell.flatMap(this::line)));
        result.putObject("partialFingerprints")
                .put(FINGERPRINT, fingerprints.of(waiver.rule(), waiver.cell(), "set aside"));
        result.putArray("suppressions")
                .addObject()
                .put("kind", isInNotebook(waiver) ? "inSource" : "external")
                .put("status", "accepted")
                .put("justification", waiver.reason());
        return result;
    }

    private boolean isInNotebook(Waiver waiver) {
        for (JsonNode own : checked.document()
                .json()
                .map(json -> json.at("/metadata/alain/waivers"))
                .orElse(JsonText.MAPPER.createArrayNode())) {
            if (own.path("rule").asText().equals(waiver.rule())
                    && own.path("cell").asText().equals(waiver.cell())
                    && own.path("reason").asText().strip().equals(waiver.reason())) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode location(Finding finding) {
        Optional<ObjectNode> region = finding.cellId().flatMap(cell -> region(cell, finding));
        ObjectNode location = location(finding.cellId(), region);
        if (finding.cellId().isPresent() && finding.line() > 0) {
            ObjectNode inCell = location.putObject("properties").putObject("cellRegion");
            inCell.put("startLine", finding.line());
            put(inCell, "startColumn", finding.column());
            put(inCell, "endLine", finding.endLine());
            put(inCell, "endColumn", finding.endColumn());
        }
        return location;
    }

    private static void put(ObjectNode region, String name, int value) {
        if (value > 0) {
            region.put(name, value);
        }
    }

    /** Code scanning shows nothing without a line, so what concerns the whole notebook stands at the first. */
    private ObjectNode location(Optional<String> cell, Optional<ObjectNode> region) {
        ObjectNode location = JsonText.MAPPER.createObjectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.set("artifactLocation", artifact.deepCopy());
        physical.set(
                "region",
                region.orElseGet(() -> JsonText.MAPPER.createObjectNode().put("startLine", 1)));
        cell.ifPresent(id -> location.putArray("logicalLocations")
                .addObject()
                .put("name", id)
                .put("fullyQualifiedName", id)
                .put("kind", "member"));
        return location;
    }

    private Optional<ObjectNode> region(String cell, Finding finding) {
        if (finding.line() == 0) {
            return line(cell);
        }
        Optional<CellText> text = map.cell(cell);
        Optional<FilePlace> from = text.flatMap(known -> known.find(finding.line(), Math.max(1, finding.column())));
        if (from.isEmpty()) {
            return line(cell);
        }
        boolean exact = finding.column() > 0 && finding.endLine() >= finding.line() && finding.endColumn() > 0;
        return exact
                ? text.flatMap(known -> known.find(finding.endLine(), finding.endColumn()))
                        .map(to -> SarifFixes.region(from.get(), to))
                : from.map(place -> JsonText.MAPPER.createObjectNode().put("startLine", place.line()));
    }

    private Optional<ObjectNode> line(String cell) {
        return map.cell(cell)
                .map(text -> text.find(1, 1).orElse(text.start()))
                .map(place -> JsonText.MAPPER.createObjectNode().put("startLine", place.line()));
    }
}
