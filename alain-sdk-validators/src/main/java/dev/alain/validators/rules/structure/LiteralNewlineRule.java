package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.Parsing;
import dev.alain.validators.rules.RulePage;

/** Line ends are line ends, not a backslash and a letter. */
final class LiteralNewlineRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR023");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            int count =
                    cell instanceof CodeCell ? EscapedLines.inCode(cell.source()) : EscapedLines.inProse(cell.source());
            if (count >= view.threshold("STR023.least", 3)) {
                findings.report(Finding.of(INFO, "the whole cell is one line with " + count + " times \"\\n\" in it")
                        .cell(cell.id())
                        .remedy("write line ends where \"\\n\" stands")
                        .fixes(fix(view, cell))
                        .build());
            }
        }
    }

    private static Fix fix(NotebookView view, Cell cell) {
        String decoded = EscapedLines.decoded(cell.source());
        Fix.Edit edit = new Fix.ReplaceCell(cell.id(), decoded);
        String title = "writes line ends where \"\\n\" stands";
        // In formulas and paths a backslash before n can be meant.
        boolean safe = cell instanceof CodeCell
                ? !didParse(view, cell.id()) && Parsing.isPython(decoded)
                : cell.source().indexOf('$') < 0 && EscapedLines.inProse(decoded) == 0;
        return safe ? Fix.safe(title, edit) : Fix.needsReview(title, edit);
    }

    /** A cell that is one long comment parses: mended, it would run for the first time. */
    private static boolean didParse(NotebookView view, String cell) {
        return view.analysis()
                .flatMap(code -> code.cell(cell))
                .filter(code -> code.parsed() || !code.language().equals("python"))
                .isPresent();
    }
}
