package dev.alain.validators.report;

import dev.alain.validation.Finding;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * XML as JUnit's readers in CI systems take it: a suite a notebook, a case a rule that was run.
 *
 * <p>Findings at or above a severity are failures, others stand in the output of their case; a rule that threw is an
 * error, one that could not run is skipped with the reason.
 */
public final class JunitReport implements ReportFormat {
    private final Severity failOn;

    /** A report in which errors are failures. */
    public JunitReport() {
        this(Severity.ERROR);
    }

    private JunitReport(Severity failOn) {
        this.failOn = failOn;
    }

    /** A report in which findings of this severity and above are failures. */
    public static JunitReport failingOn(Severity severity) {
        return new JunitReport(Objects.requireNonNull(severity, "severity"));
    }

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public ReportWriter open(Appendable out) throws IOException {
        Writer writer = new WellFormed(out);
        writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"alain\">\n");
        return new ReportWriter() {
            @Override
            public void add(Checked checked) throws IOException {
                new Suite(checked, failOn).writeTo(writer);
            }

            @Override
            public void end() throws IOException {
                writer.append("</testsuites>\n").close();
            }
        };
    }

    /** One notebook. */
    private record Suite(Checked checked, Severity failOn) {
        void writeTo(Appendable out) throws IOException {
            ValidationReport report = checked.report();
            Map<String, List<Finding>> byRule = byRule();
            long failures = byRule.values().stream()
                    .filter(found -> found.stream().anyMatch(this::isFailure))
                    .count();
            int tests = byRule.size()
                    + report.rulesSkipped().size()
                    + report.rulesFailed().size();
            out.append(
                    "  <testsuite name=\"%s\" tests=\"%s\" failures=\"%s\" errors=\"%s\" skipped=\"%s\" time=\"0\">\n"
                            .formatted(
                                    XmlText.of(checked.file()),
                                    tests,
                                    failures,
                                    report.rulesFailed().size(),
                                    report.rulesSkipped().size()));
            for (var rule : byRule.entrySet()) {
                testCase(out, rule.getKey(), rule.getValue());
            }
            for (var rule : report.rulesFailed().entrySet()) {
                testCase(out, rule.getKey(), "<error type=\"rule\" message=\"" + XmlText.of(rule.getValue()) + "\"/>");
            }
            for (var rule : report.rulesSkipped().entrySet()) {
                testCase(out, rule.getKey(), "<skipped message=\"" + XmlText.of(rule.getValue()) + "\"/>");
            }
            out.append("  </testsuite>\n");
        }

        /** A finding may come from a rule that is not listed as run: a report can be made by hand. */
        private Map<String, List<Finding>> byRule() {
            Map<String, List<Finding>> byRule = new LinkedHashMap<>();
            checked.report().rulesRun().forEach(id -> byRule.put(id, new ArrayList<>()));
            for (Finding finding : checked.report().findings()) {
                byRule.computeIfAbsent(finding.ruleId(), id -> new ArrayList<>())
                        .add(finding);
            }
            return byRule;
        }

        private boolean isFailure(Finding finding) {
            return finding.severity().compareTo(failOn) <= 0;
        }

        private void testCase(Appendable out, String id, List<Finding> found) throws IOException {
            List<Finding> failures = found.stream().filter(this::isFailure).toList();
            List<Finding> others =
                    found.stream().filter(finding -> !isFailure(finding)).toList();
            String inside = "";
            if (!failures.isEmpty()) {
                String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
                inside = "<failure type=\"%s\" message=\"%s\">%s</failure>"
                        .formatted(
                                failures.get(0).severity().label(),
                                XmlText.of(failures.get(0).message() + more),
                                XmlText.of(title(id) + lines(failures)));
            }
            if (!others.isEmpty()) {
                inside += "<system-out>" + XmlText.of(lines(others)) + "</system-out>";
            }
            testCase(out, id, inside);
        }

        private String title(String id) {
            return checked.report().info(id).map(RuleInfo::title).orElse(id) + "\n";
        }

        private static String lines(List<Finding> findings) {
            return findings.stream().map(Suite::line).collect(Collectors.joining("\n"));
        }

        private static String line(Finding finding) {
            String evidence = finding.evidence().isEmpty() ? "" : ": " + finding.evidence();
            String remedy = finding.remedy().isEmpty() ? "" : "; " + finding.remedy();
            return finding + evidence + remedy;
        }

        private void testCase(Appendable out, String id, String inside) throws IOException {
            out.append("    <testcase classname=\"")
                    .append(XmlText.of(checked.file()))
                    .append("\" name=\"")
                    .append(XmlText.of(id))
                    .append("\" time=\"0\"")
                    .append(inside.isEmpty() ? "/>\n" : ">" + inside + "</testcase>\n");
        }
    }
}
