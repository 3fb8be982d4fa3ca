package dev.alain.validators.rules.accessibility;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.Heading;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headings are headings, not bold or shouted lines. */
final class BoldHeadingRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y04");
    private static final int DEEPEST = 6;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink few = new FewPerCell(findings);
        Map<String, Integer> order = new HashMap<>();
        view.cells().forEach(cell -> order.putIfAbsent(cell.id(), order.size()));
        Map<String, List<String>> texts = new HashMap<>();
        HeadingLevels levels = new HeadingLevels(view.headings(), order);
        for (Prose.Paragraph paragraph : Prose.of(view).paragraphs()) {
            Integer index = order.get(paragraph.cellId());
            if (index != null && paragraph.kind().equals("paragraph")) {
                Cell cell = view.cells().get(index);
                Optional<Cell> next = index + 1 < view.cells().size()
                        ? Optional.of(view.cells().get(index + 1))
                        : Optional.empty();
                List<String> lines = texts.computeIfAbsent(
                        cell.id(), id -> cell.source().lines().toList());
                HeadingLine.of(paragraph, lines, next)
                        .ifPresent(line -> few.report(finding(cell.id(), line, levels.before(index, line.number()))));
            }
        }
    }

    private static Finding finding(String cell, HeadingLine line, int level) {
        String kind = line.shouted() ? "capitals stand" : "a bold line stands";
        Finding.Builder finding = Finding.of(INFO, kind + " for a heading: " + line.text())
                .cell(cell)
                .line(line.number())
                .remedy("make it a heading, which screen readers and tables of contents know");
        boolean canBeOne = level > 0 && level < DEEPEST && !line.shouted();
        if (canBeOne) {
            String heading = "#".repeat(level + 1) + " " + line.text();
            return finding.fixes(Fix.safe(
                            "makes it a heading of level " + (level + 1),
                            new Fix.ReplaceRange(cell, line.number(), 1, line.number(), line.width() + 1, heading)))
                    .build();
        }
        return finding.fixes(Fix.instruct(cell, "Make the line \"" + line.text() + "\" a heading of its section."))
                .build();
    }

    /** The level of the last heading before a line; asked for in the notebook's order only. */
    private static final class HeadingLevels {
        private final List<Heading> headings;
        private final Map<String, Integer> order;
        private int next;

        HeadingLevels(List<Heading> headings, Map<String, Integer> order) {
            this.headings = headings;
            this.order = order;
        }

        /** 0 when there is none. */
        int before(int cell, int line) {
            while (next < headings.size() && isBefore(headings.get(next), cell, line)) {
                next++;
            }
            return next == 0 ? 0 : headings.get(next - 1).level();
        }

        private boolean isBefore(Heading heading, int cell, int line) {
            int at = order.getOrDefault(heading.cellId(), 0);
            return at < cell || at == cell && heading.line() < line;
        }
    }
}
