package dev.alain.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A validation report for people: what is wrong, why it matters, how to mend it. */
final class ReportMarkdown {
    /** More places of one rule than this are counted, not listed. */
    private static final int MOST_PLACES = 20;

    private ReportMarkdown() {}

    /** The report as Markdown; no time and no path stands in it. */
    static String of(ValidationReport report) {
        StringBuilder text = new StringBuilder("# Validation report\n\n**")
                .append(report.summary())
                .append("**\n");
        figures(text, report.metrics());
        if (report.findings().isEmpty()) {
            text.append("\nNothing was found.\n");
        }
        for (Severity severity : Severity.values()) {
            section(text, report, severity);
        }
        waivers(text, report);
        rules(text, report);
        return text.toString().strip() + "\n";
    }

    private static void figures(StringBuilder text, NotebookMetrics metrics) {
        if (metrics.cells() > 0) {
            text.append("\n%d cells (%d code), %d words, about %d minutes to read, %d %% markdown, about %d tokens, "
                    .formatted(
                            metrics.cells(),
                            metrics.codeCells(),
                            metrics.words(),
                            metrics.readingMinutes(),
                            Math.round(metrics.markdownShare() * 100),
                            metrics.tokens()));
            text.append("readability grade ").append(metrics.readability()).append("\n");
        }
    }

    private static void section(StringBuilder text, ValidationReport report, Severity severity) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .forEach(finding -> byRule.computeIfAbsent(finding.ruleId(), id -> new java.util.ArrayList<>())
                        .add(finding));
        if (!byRule.isEmpty()) {
            text.append("\n## ").append(title(severity)).append("\n");
            byRule.forEach((id, findings) -> rule(text, report, id, findings));
        }
    }

    private static String title(Severity severity) {
        return switch (severity) {
            case ERROR -> "Errors: not to be published like this";
            case WARNING -> "Warnings: should be mended";
            case INFO -> "Remarks";
        };
    }

    private static void rule(StringBuilder text, ValidationReport report, String id, List<Finding> findings) {
        String title = report.info(id).map(RuleInfo::title).orElse("");
        text.append("\n### ")
                .append(id)
                .append(title.isEmpty() ? "" : " · " + plain(title))
                .append("\n\n");
        String why = report.info(id).map(RuleInfo::help).orElse("").strip();
        if (!why.isEmpty()) {
            text.append(why).append("\n\n");
        }
        text.append("| Cell | What was found | What to do |\n|---|---|---|\n");
        findings.stream().limit(MOST_PLACES).forEach(finding -> row(text, finding));
        if (findings.size() > MOST_PLACES) {
            text.append("\n… and ").append(findings.size() - MOST_PLACES).append(" more.\n");
        }
    }

    private static void row(StringBuilder text, Finding finding) {
        String line = finding.line() == 0 ? "" : ":" + finding.line();
        String column = finding.column() == 0 ? "" : ":" + finding.column();
        text.append("| ").append(plain(finding.cellId().orElse("") + line + column));
        text.append(" | ").append(plain(finding.message()));
        if (!finding.evidence().isEmpty()) {
            text.append(": ").append(plain(finding.evidence()));
        }
        text.append(" | ").append(plain(finding.remedy())).append(" |\n");
    }

    private static void waivers(StringBuilder text, ValidationReport report) {
        if (!report.waivers().isEmpty()) {
            text.append("\n## Set aside\n\n");
            report.waivers()
                    .forEach(waiver -> text.append("- ")
                            .append(waiver.rule())
                            .append(waiver.cell().isEmpty() ? "" : " in " + plain(waiver.cell()))
                            .append(": ")
                            .append(plain(waiver.reason()))
                            .append("\n"));
        }
    }

    private static void rules(StringBuilder text, ValidationReport report) {
        text.append("\n").append(report.rulesRun().size()).append(" rules were run: ");
        text.append(String.join(", ", report.rulesRun())).append(".\n");
        report.rulesSkipped()
                .forEach((id, reason) ->
                        text.append("\n- ").append(id).append(" skipped: ").append(plain(reason)));
        report.rulesFailed()
                .forEach((id, reason) ->
                        text.append("\n- ").append(id).append(" failed: ").append(plain(reason)));
    }

    /** Text of the notebook must not become Markdown of the report. */
    private static String plain(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("\n", " ")
                .replace("<", "&lt;");
    }
}
