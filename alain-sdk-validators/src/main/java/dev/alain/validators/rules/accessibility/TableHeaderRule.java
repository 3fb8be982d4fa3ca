package dev.alain.validators.rules.accessibility;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables have a header row. */
final class TableHeaderRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y05");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink few = new FewPerCell(findings);
        for (Prose.Table table : Prose.of(view).tables()) {
            if (table.rows() > 1 && table.header().stream().allMatch(String::isBlank)) {
                report(table.cellId(), table.place().line(), table.rows(), few);
            }
        }
        HtmlTable open = null;
        for (HtmlTag tag : HtmlTag.of(view)) {
            if (tag.name().equals("table")) {
                open = tag.closing() ? closed(open, few) : new HtmlTable(tag);
            } else if (open != null && open.tag.cellId().equals(tag.cellId()) && !tag.closing()) {
                open.take(tag);
            }
        }
    }

    private static @Nullable HtmlTable closed(@Nullable HtmlTable table, FindingSink findings) {
        if (table != null && table.rows > 1 && !table.hasHeader && !table.isLayout()) {
            report(table.tag.cellId(), table.tag.line(), table.rows, findings);
        }
        return null;
    }

    private static void report(String cell, int line, int rows, FindingSink findings) {
        findings.report(Finding.of(INFO, "the table of %d rows has no header row".formatted(rows))
                .cell(cell)
                .line(line)
                .remedy("name the columns in a first row, in HTML with <th>")
                .fixes(Fix.instruct(cell, "Give the table a header row that names its columns."))
                .build());
    }

    /** A table being read. */
    private static final class HtmlTable {
        private static final List<String> LAYOUT_ROLES = List.of("presentation", "none");

        private final HtmlTag tag;
        private int rows;
        private int cells;
        private int images;
        private boolean hasHeader;

        HtmlTable(HtmlTag tag) {
            this.tag = tag;
        }

        void take(HtmlTag inner) {
            switch (inner.name()) {
                case "tr" -> rows++;
                case "td" -> cells++;
                case "th" -> hasHeader = true;
                case "img", "video" -> images++;
                default -> {}
            }
        }

        /** Tables that only place buttons or pictures side by side have nothing to head. */
        boolean isLayout() {
            return LAYOUT_ROLES.contains(tag.attribute("role").orElse("")) || images > 0 && images * 2 >= cells;
        }
    }
}
