package dev.alain.validators.rules.structure;

import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.Map;

/** What is opened in Markdown is closed: fences, maths, HTML. */
final class MarkupRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR018");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Prose prose = Prose.of(view);
        Map<String, MarkdownCell> cells = new HashMap<>();
        view.markdown().forEach(cell -> cells.put(cell.id(), cell));
        for (Prose.Fence fence : prose.fences()) {
            if (!fence.closed() && cells.containsKey(fence.cellId())) {
                fence(cells.get(fence.cellId()), fence, findings);
            }
        }
        for (MarkdownCell cell : view.markdown()) {
            MathMarks marks = MathMarks.of(cell.source());
            if (marks.dollars() % 2 != 0) {
                report(cell.id(), "a formula between $$ is not closed", "close the formula with $$", findings);
            }
            if (marks.opened() != marks.closed()) {
                String message = "\\( stands " + times(marks.opened()) + " and \\) " + times(marks.closed());
                report(cell.id(), message, "open and close each formula", findings);
            }
        }
        OpenTags.of(prose)
                .forEach(tag -> report(
                        tag.cellId(),
                        tag.line(),
                        "<" + tag.name() + "> is not closed in its cell",
                        "close it with </" + tag.name() + ">",
                        findings));
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static void report(String cell, String message, String remedy, FindingSink findings) {
        report(cell, 0, message, remedy, findings);
    }

    private static void report(String cell, int line, String message, String remedy, FindingSink findings) {
        findings.report(Finding.of(INFO, message)
                .cell(cell)
                .line(line)
                .remedy(remedy)
                .fixes(Fix.instruct(cell, "Mend the markup of this cell: " + message + "."))
                .build());
    }

    private static void fence(MarkdownCell cell, Prose.Fence fence, FindingSink findings) {
        String[] lines = cell.source().split("\n", -1);
        String opening = lines[Math.min(fence.place().line(), lines.length) - 1];
        String marks = marks(opening);
        Finding.Builder finding = Finding.of(INFO, "the code fence is not closed, so all that follows is shown as code")
                .cell(cell.id())
                .line(fence.place().line())
                .remedy("close it with " + (marks.isEmpty() ? "```" : marks));
        boolean toTheEnd =
                fence.place().endLine() >= cell.source().stripTrailing().lines().count();
        // After a blank line there may be prose that was meant to stand outside.
        boolean onlyCode =
                !fence.code().strip().contains("\n\n") && !fence.code().isBlank();
        if (opening.startsWith(marks) && !marks.isEmpty() && toTheEnd && onlyCode) {
            String closed = cell.source().stripTrailing() + "\n" + marks;
            finding.fixes(Fix.safe("closes the fence", new Fix.ReplaceCell(cell.id(), closed)));
        }
        findings.report(finding.build());
    }

    private static String marks(String opening) {
        String text = opening.stripLeading();
        int length = 0;
        while (length < text.length() && (text.charAt(length) == '`' || text.charAt(length) == '~')) {
            length++;
        }
        return text.substring(0, length);
    }
}
