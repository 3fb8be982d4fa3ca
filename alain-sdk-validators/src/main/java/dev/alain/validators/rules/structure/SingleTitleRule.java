package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.structure.Sections.Title;
import java.util.ArrayList;
import java.util.List;

/** There is one title, and it stands at the start. */
final class SingleTitleRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR002");
    private static final int MOST = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (view.cells().isEmpty()) {
            return;
        }
        List<Title> titles = Sections.of(view).titles();
        int first = next(titles, 0, 1);
        if (first == titles.size()) {
            findings.report(missing(view, "there is no level-1 heading"));
        } else if (titles.get(first).cell() >= start(view)) {
            findings.report(missing(view, "no level-1 heading stands in the first " + start(view) + " cells"));
        }
        int reported = 0;
        for (int i = next(titles, first + 1, 1); i < titles.size() && reported < MOST; i = next(titles, i + 1, 1)) {
            findings.report(extra(titles, i, titles.get(first)));
            reported++;
        }
    }

    /** Three cells, licences and front matter before them not counted. */
    private static int start(NotebookView view) {
        int start = 0;
        int counted = 0;
        for (Cell cell : view.cells()) {
            start++;
            counted += CellKinds.isPreamble(cell) ? 0 : 1;
            if (counted == 3) {
                break;
            }
        }
        return Math.max(3, start);
    }

    private static Finding missing(NotebookView view, String message) {
        String cell = view.cells().get(0).id();
        return Finding.of(INFO, message)
                .cell(cell)
                .remedy("open the notebook with \"# \" and its title")
                .fixes(Fix.instruct(cell, "Write a title as a level-1 heading at the top of the notebook."))
                .build();
    }

    private static Finding extra(List<Title> titles, int index, Title first) {
        Title title = titles.get(index);
        String what = title.text().isEmpty() ? "" : " \"" + Excerpt.of(title.text()) + "\"";
        Finding.Builder finding = Finding.of(
                        INFO, "another level-1 heading" + what + "; the title is \"" + Excerpt.of(first.text()) + "\"")
                .cell(title.cellId())
                .line(title.line())
                .remedy("make it a level-2 heading, and those under it one level deeper");
        List<Title> section = titles.subList(index, next(titles, index + 1, 1));
        return section.stream().allMatch(Title::marked)
                ? finding.fixes(deeper(section)).build()
                : finding.build();
    }

    private static Fix deeper(List<Title> section) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (Title title : section) {
            if (title.level() < 6) {
                edits.add(new Fix.ReplaceRange(
                        title.cellId(), title.line(), title.column(), title.line(), title.column(), "#"));
            }
        }
        return new Fix("puts the section under the title", true, edits);
    }

    /** The index of the next heading of a level; their number when there is none. */
    private static int next(List<Title> titles, int from, int level) {
        int i = from;
        while (i < titles.size() && titles.get(i).level() != level) {
            i++;
        }
        return Math.min(i, titles.size());
    }
}
