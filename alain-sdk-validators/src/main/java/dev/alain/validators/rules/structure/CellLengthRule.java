package dev.alain.validators.rules.structure;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.PythonText;
import dev.alain.validators.rules.RulePage;
import java.util.Set;

/** Code cells are short enough to be read at once. */
final class CellLengthRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR011");

    private static final Set<String> HIDDEN = Set.of("quiz", "hide-input", "hide-cell", "remove-input", "hide_input");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double remark = view.threshold("STR011.remark-lines", 30);
        double warning = view.threshold("STR011.warning-lines", 50);
        double error = view.threshold("STR011.error-lines", 150);
        for (CodeCell cell : view.code()) {
            long lines = cell.source().lines().filter(line -> !line.isBlank()).count();
            if (lines <= Math.min(remark, warning) || isHidden(cell)) {
                continue;
            }
            boolean tooLong = lines > error && !CellKinds.isForeign(cell) && linesOfCode(cell.source()) > error;
            Severity severity = tooLong ? Severity.ERROR : lines > warning ? Severity.WARNING : Severity.INFO;
            findings.report(Finding.of(INFO, "the code cell has " + lines + " lines")
                    .severity(severity)
                    .cell(cell.id())
                    .remedy("split it into steps with prose between them")
                    .fixes(Fix.instruct(
                            cell.id(), "Split this cell into steps of at most 30 lines, each introduced by prose."))
                    .build());
        }
    }

    /** Whether readers do not see the source: the code of a quiz, say. */
    private static boolean isHidden(CodeCell cell) {
        return cell.metadata().path("jupyter").path("source_hidden").asBoolean()
                || cell.tags().stream().anyMatch(HIDDEN::contains);
    }

    /** Lines with a word of code: a prompt or a schema in brackets is long, but no step to follow. */
    private static long linesOfCode(String source) {
        PythonText python = PythonText.of(source);
        long lines = 0;
        boolean code = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            code |= python.isCode(i) && Character.isLetter(c);
            if (c == '\n' || i == source.length() - 1) {
                lines += code ? 1 : 0;
                code = false;
            }
        }
        return lines;
    }
}
