package dev.alain.validators.rules.format;

import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Arrays;

/** The file is byte for byte what nbformat writes. */
final class CanonicalBytesRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT009");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        NotebookDocument document = view.document();
        if (!view.problems().isEmpty() || view.notebook().isEmpty()) {
            return;
        }
        byte[] bytes = document.bytes();
        byte[] canonical = canonical(document);
        int line = canonical.length == 0 ? 0 : firstDifference(bytes, canonical);
        if (line > 0) {
            findings.report(Finding.of(INFO, "from line " + line + " on the file is not what nbformat writes")
                    .line(line)
                    .remedy("write the file in nbformat's own form")
                    .fixes(Rewriting.fix(view))
                    .build());
        }
    }

    /** Empty when the document cannot be written, of which another rule tells. */
    private static byte[] canonical(NotebookDocument document) {
        try {
            return NotebookFormat.write(document);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The line of the first byte that differs; 0 when none does. */
    private static int firstDifference(byte[] bytes, byte[] canonical) {
        int at = Arrays.mismatch(bytes, canonical);
        if (at < 0) {
            return 0;
        }
        int line = 1;
        for (int i = 0; i < Math.min(at, bytes.length); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
