package dev.alain.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.alain.RejectedNotebookException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rules found in a notebook. Immutable. */
@JsonPropertyOrder({"verdict", "score", "findings", "rules_run", "rules_skipped", "rules_failed", "waivers", "metrics"})
public final class ValidationReport {
    /** No rule can cost more than this, however often it finds something. */
    private static final double CAP = 20;

    private final List<Finding> findings;
    private final List<String> rulesRun;
    private final Map<String, String> rulesSkipped;
    private final Map<String, String> rulesFailed;
    private final List<Waiver> waivers;
    private final NotebookMetrics metrics;
    private final Map<String, RuleInfo> infos;

    /** A report without figures and help texts. */
    public ValidationReport(
            List<Finding> findings,
            List<String> rulesRun,
            Map<String, String> rulesSkipped,
            Map<String, String> rulesFailed,
            List<Waiver> waivers) {
        this(findings, rulesRun, rulesSkipped, rulesFailed, waivers, NotebookMetrics.NONE, Map.of());
    }

    /**
     * @param rulesRun ids of rules that were run
     * @param rulesSkipped ids of rules that could not be run, each with the reason
     * @param rulesFailed ids of rules that threw, each with the kind of error
     * @param waivers findings that were set aside, each with the reason
     * @param metrics figures of the notebook
     * @param infos what people are told about the rules that found something, by id
     */
    public ValidationReport(
            List<Finding> findings,
            List<String> rulesRun,
            Map<String, String> rulesSkipped,
            Map<String, String> rulesFailed,
            List<Waiver> waivers,
            NotebookMetrics metrics,
            Map<String, RuleInfo> infos) {
        this.findings = List.copyOf(findings);
        this.rulesRun = List.copyOf(rulesRun);
        this.rulesSkipped = new java.util.TreeMap<>(rulesSkipped);
        this.rulesFailed = new java.util.TreeMap<>(rulesFailed);
        this.waivers = List.copyOf(waivers);
        this.metrics = metrics;
        this.infos = new java.util.TreeMap<>(infos);
    }

    /** A finding that was set aside on purpose. */
    public record Waiver(
            @JsonProperty("rule") String rule,
            @JsonProperty("cell") String cell,
            @JsonProperty("reason") String reason) {}

    /** Whether there is no finding of severity error. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** {@code PASSED} or {@code FAILED}. */
    @JsonProperty("verdict")
    public String verdict() {
        return passed() ? "PASSED" : "FAILED";
    }

    /** 100, less 10 for an error, 3 for a warning and 0.5 for a remark; at most 20 for one rule; never below 0. */
    @JsonProperty("score")
    public double score() {
        Map<String, Double> costs = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::ruleId, Collectors.summingDouble(finding -> cost(finding.severity()))));
        double lost =
                costs.values().stream().mapToDouble(cost -> Math.min(CAP, cost)).sum();
        return Math.max(0, 100 - lost);
    }

    private static double cost(Severity severity) {
        return switch (severity) {
            case ERROR -> 10;
            case WARNING -> 3;
            case INFO -> 0.5;
        };
    }

    /** What was found, in the order of rules and cells. */
    @JsonProperty("findings")
    public List<Finding> findings() {
        return findings;
    }

    /** Ids of rules that were run. */
    @JsonProperty("rules_run")
    public List<String> rulesRun() {
        return rulesRun;
    }

    /** Ids of rules that could not be run, each with the reason. */
    @JsonProperty("rules_skipped")
    public Map<String, String> rulesSkipped() {
        return java.util.Collections.unmodifiableMap(rulesSkipped);
    }

    /** Ids of rules that threw, each with the kind of error. */
    @JsonProperty("rules_failed")
    public Map<String, String> rulesFailed() {
        return java.util.Collections.unmodifiableMap(rulesFailed);
    }

    /** Findings that were set aside. */
    @JsonProperty("waivers")
    public List<Waiver> waivers() {
        return waivers;
    }

    /** Figures of the notebook. */
    @JsonProperty("metrics")
    public NotebookMetrics metrics() {
        return metrics;
    }

    /** What people are told about a rule that found something; empty for others. */
    public Optional<RuleInfo> info(String ruleId) {
        return Optional.ofNullable(infos.get(ruleId));
    }

    /** Verdict, score and counts in one line. */
    public String summary() {
        return "%s, score %s, %s, %s, %s"
                .formatted(
                        verdict(),
                        score() == Math.rint(score()) ? Long.toString((long) score()) : Double.toString(score()),
                        counted(Severity.ERROR, "error"),
                        counted(Severity.WARNING, "warning"),
                        counted(Severity.INFO, "remark"));
    }

    private String counted(Severity severity, String noun) {
        long count = count(severity);
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The report as Markdown for people; no time and no path stands in it. */
    public String toMarkdown() {
        return ReportMarkdown.of(this);
    }

    /** How many findings there are of a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * Does nothing when the notebook passed.
     *
     * @throws RejectedNotebookException if it did not
     */
    public void requirePassed() {
        if (!passed()) {
            throw new RejectedNotebookException(this);
        }
    }

    @Override
    public String toString() {
        return summary();
    }
}
