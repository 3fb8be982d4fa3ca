package dev.alain.validators.rules.structure;

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

/** No heading skips a level. */
final class HeadingLevelRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR003");
    private static final int LARGEST = 200;
    private static final int MOST = 50;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Title> titles = Sections.of(view).titles();
        int found = 0;
        for (int i = 1; i < titles.size() && found < MOST; i++) {
            int before = titles.get(i - 1).level();
            Title title = titles.get(i);
            if (title.level() > before + 1) {
                found++;
                findings.report(finding(titles, i, title, before));
            }
        }
    }

    private static Finding finding(List<Title> titles, int index, Title title, int before) {
        Finding.Builder finding = Finding.of(
                        INFO,
                        "\"" + Excerpt.of(title.text()) + "\" is a heading of level " + title.level()
                                + " under one of level " + before)
                .cell(title.cellId())
                .line(title.line())
                .remedy("make it a heading of level " + (before + 1));
        int end = index + 1;
        while (end < titles.size() && end - index < LARGEST && titles.get(end).level() >= title.level()) {
            end++;
        }
        List<Title> section = titles.subList(index, end);
        boolean all = end == titles.size() || titles.get(end).level() < title.level();
        return all && section.stream().allMatch(Title::marked)
                ? finding.fixes(higher(section, title.level() - before - 1)).build()
                : finding.build();
    }

    /** The whole section moves, so that what is under what stays. */
    private static Fix higher(List<Title> section, int levels) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (Title title : section) {
            int end = title.column() + levels;
            edits.add(new Fix.ReplaceRange(title.cellId(), title.line(), title.column(), title.line(), end, ""));
        }
        return new Fix("closes the gap between the levels", true, edits);
    }
}
