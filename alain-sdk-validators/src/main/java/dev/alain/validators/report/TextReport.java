package dev.alain.validators.report;

import dev.alain.validation.Finding;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Lines for a terminal: a summary for each notebook, then a finding a line with what to do.
 *
 * <p>Text of a notebook cannot command the terminal: control characters are shown as {@code \\u001b}.
 */
public final class TextReport implements ReportFormat {
    private final boolean quiet;

    /** A report with a line for every notebook. */
    public TextReport() {
        this(false);
    }

    private TextReport(boolean quiet) {
        this.quiet = quiet;
    }

    /** The same without notebooks in which nothing was found, and without the last line. */
    public TextReport quiet() {
        return new TextReport(true);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public ReportWriter open(Appendable out) {
        return new Lines(new WellFormed(out), quiet);
    }

    /** One line that does not command a terminal: control and bidirectional characters are escaped. */
    public static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                line.append(' ');
            } else if (Character.isISOControl(c) || isBidirectional(c) || c == 0x2028 || c == 0x2029) {
                String hex = Integer.toHexString(c);
                line.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private static boolean isBidirectional(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f;
    }

    private static final class Lines implements ReportWriter {
        private final Writer out;
        private final boolean quiet;
        private int notebooks;
        private int failed;
        private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

        Lines(Writer out, boolean quiet) {
            this.out = out;
            this.quiet = quiet;
        }

        @Override
        public void add(Checked checked) throws IOException {
            ValidationReport report = checked.report();
            notebooks++;
            failed += report.passed() ? 0 : 1;
            for (Severity severity : Severity.values()) {
                counts.merge(severity, report.count(severity), Long::sum);
            }
            if (!quiet || !report.findings().isEmpty() || !report.rulesFailed().isEmpty()) {
                line("", checked.file() + ": " + report.summary());
                for (Finding finding : report.findings()) {
                    finding(finding);
                }
                for (var rule : report.rulesFailed().entrySet()) {
                    line("  ", "rule " + rule.getKey() + " failed: " + rule.getValue());
                }
                for (ValidationReport.Waiver waiver : report.waivers()) {
                    String where = waiver.cell().isEmpty() ? "" : " in " + waiver.cell();
                    line("  ", "set aside " + waiver.rule() + where + ": " + waiver.reason());
                }
            }
        }

        private void finding(Finding finding) throws IOException {
            line("  ", finding.toString());
            if (!finding.evidence().isEmpty()) {
                line("      seen: ", finding.evidence());
            }
            if (!finding.remedy().isEmpty()) {
                line("      to do: ", finding.remedy());
            }
        }

        private void line(String indent, String text) throws IOException {
            out.append(indent).append(printable(text)).append('\n');
        }

        @Override
        public void end() throws IOException {
            if (notebooks > 1 && !quiet) {
                line(
                        "",
                        notebooks + " notebooks, " + failed + " failed; errors: " + counts.get(Severity.ERROR)
                                + ", warnings: " + counts.get(Severity.WARNING) + ", remarks: "
                                + counts.get(Severity.INFO));
            }
            out.close();
        }
    }
}
