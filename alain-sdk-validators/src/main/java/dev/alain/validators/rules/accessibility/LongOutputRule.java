package dev.alain.validators.rules.accessibility;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Outputs are no logs. */
final class LongOutputRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y08");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double most = view.threshold("A11Y08.lines", 100);
        for (CodeCell cell : view.code()) {
            int lines = cell.outputs().stream().mapToInt(LongOutputRule::lines).sum();
            if (lines > most) {
                findings.report(finding(cell, lines));
            }
        }
    }

    private static Finding finding(CodeCell cell, int lines) {
        boolean installs =
                cell.source().contains("pip install") || cell.source().contains("apt");
        String remedy = installs
                ? "add -q to the install command and run it again"
                : "print less, or open the cell with %%capture when nobody needs to read it";
        return Finding.of(INFO, "the cell prints %d lines".formatted(lines))
                .cell(cell.id())
                .remedy(remedy)
                .fixes(Fix.needsReview("removes what the cell printed", new Fix.RemoveOutputs(cell.id())))
                .build();
    }

    /** Progress bars rewrite their line with a carriage return, yet a screen reader meets every state. */
    private static int lines(Output output) {
        if (!(output instanceof Output.Stream stream)) {
            return 0;
        }
        String text = stream.text();
        int lines = text.isEmpty() || text.endsWith("\n") ? 0 : 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            lines += (c == '\n' || c == '\r') && !endOfPair ? 1 : 0;
        }
        return lines;
    }
}
