package dev.alain.validation;

/** A validation report for people. */
final class ReportMarkdown {
    private ReportMarkdown() {}

    /** The report as Markdown; no time and no path stands in it. */
    static String of(ValidationReport report) {
        StringBuilder text = new StringBuilder("# Validation report\n\n**")
                .append(report.summary())
                .append("**\n");
        if (report.findings().isEmpty()) {
            text.append("\nNothing was found.\n");
        } else {
            text.append("\n| Severity | Rule | Cell | What was found | What to do |\n|---|---|---|---|---|\n");
            report.findings().forEach(finding -> row(text, finding));
        }
        text.append("\n").append(report.rulesRun().size()).append(" rules were run: ");
        text.append(String.join(", ", report.rulesRun())).append(".\n");
        report.rulesSkipped()
                .forEach((id, reason) ->
                        text.append("\n- ").append(id).append(" skipped: ").append(reason));
        report.rulesFailed()
                .forEach((id, reason) ->
                        text.append("\n- ").append(id).append(" failed: ").append(reason));
        return text.toString().strip() + "\n";
    }

    private static void row(StringBuilder text, Finding finding) {
        String place = finding.cellId().orElse("") + (finding.line() == 0 ? "" : ":" + finding.line());
        text.append("| ")
                .append(finding.severity().label())
                .append(" | ")
                .append(finding.ruleId())
                .append(" | ");
        text.append(place).append(" | ").append(plain(finding.message())).append(" | ");
        text.append(plain(finding.remedy())).append(" |\n");
    }

    private static String plain(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
