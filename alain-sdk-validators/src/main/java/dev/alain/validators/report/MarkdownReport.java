package dev.alain.validators.report;

import java.io.IOException;
import java.io.Writer;

/** The reports of {@code ValidationReport.toMarkdown()}, one after the other, each headed by its file. */
public final class MarkdownReport implements ReportFormat {
    /** The format; it has no settings. */
    public MarkdownReport() {}

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public ReportWriter open(Appendable out) {
        return new Pages(new WellFormed(out));
    }

    /** A file's name must not become Markdown; a backslash may stand before any punctuation. */
    private static String plain(String file) {
        StringBuilder text = new StringBuilder();
        for (char c : TextReport.printable(file).toCharArray()) {
            text.append("\\`*_[]<>#|&!~".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return text.toString();
    }

    private static final class Pages implements ReportWriter {
        private final Writer out;
        private boolean first = true;

        Pages(Writer out) {
            this.out = out;
        }

        @Override
        public void add(Checked checked) throws IOException {
            String page = checked.report().toMarkdown();
            out.append(first ? "" : "\n").append("# ").append(plain(checked.file()));
            out.append(page, page.indexOf('\n'), page.length());
            first = false;
        }

        @Override
        public void end() throws IOException {
            out.close();
        }
    }
}
