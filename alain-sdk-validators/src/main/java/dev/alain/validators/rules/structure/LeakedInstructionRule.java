package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.PythonText;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** No instruction to a language model and none of its thoughts stand in the notebook. */
final class LeakedInstructionRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR022");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            if (cell instanceof MarkdownCell) {
                prose(cell, findings);
            } else if (cell instanceof CodeCell) {
                code(cell, findings);
            }
        }
    }

    /** What stands in fences and in text literals is shown to the reader on purpose. */
    private static void prose(Cell cell, FindingSink findings) {
        Optional<Finding> found = Optional.empty();
        String fence = "";
        int number = 0;
        for (String line : cell.source().split("\n", -1)) {
            number++;
            String text = line.strip();
            if (!fence.isEmpty()) {
                fence = text.startsWith(fence) ? "" : fence;
            } else if (text.startsWith("```") || text.startsWith("~~~")) {
                fence = text.substring(0, 3);
            } else {
                found = worse(found, inLine(cell, number, text));
            }
        }
        found.ifPresent(findings::report);
    }

    /** One finding a cell, an error before a warning: the whole cell is to be written anew. */
    private static Optional<Finding> worse(Optional<Finding> first, Optional<Finding> second) {
        boolean error = first.isPresent() && first.get().severity() == Severity.ERROR;
        return first.isEmpty()
                        || !error
                                && second.filter(f -> f.severity() == Severity.ERROR)
                                        .isPresent()
                ? second
                : first;
    }

    private static void code(Cell cell, FindingSink findings) {
        for (PythonText.Piece comment : PythonText.of(cell.source()).comments()) {
            Optional<String> phrase = Phrases.LEAKED.in(comment.text());
            if (phrase.isPresent()) {
                int line = PythonText.place(cell.source(), comment.start(), comment.end())
                        .line();
                findings.report(finding(cell, line, phrase.get(), Severity.ERROR));
                return;
            }
        }
    }

    private static Optional<Finding> inLine(Cell cell, int line, String text) {
        Optional<String> phrase = Phrases.LEAKED.in(text);
        if (phrase.isPresent()) {
            return Optional.of(finding(cell, line, phrase.get(), Severity.ERROR));
        }
        return Phrases.LEAKED_LINES.is(text)
                ? Optional.of(finding(cell, line, text, Severity.WARNING))
                : Optional.empty();
    }

    private static Finding finding(Cell cell, int line, String phrase, Severity severity) {
        return Finding.of(INFO, "\"" + phrase + "\" was written by or for a language model, not for readers")
                .severity(severity)
                .cell(cell.id())
                .line(line)
                .remedy("write the cell anew")
                .fixes(Fix.instruct(
                        cell.id(), "Write this cell anew for readers: instructions of a prompt have leaked into it."))
                .build();
    }
}
