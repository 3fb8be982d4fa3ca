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
import java.util.List;

/** Every section has content. */
final class EmptySectionRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR015");
    private static final int MOST = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Title> titles = Sections.of(view).titles();
        Content content = Content.of(view.cells());
        int found = 0;
        for (int i = 0; i < titles.size() && found < MOST; i++) {
            Title title = titles.get(i);
            boolean last = i + 1 == titles.size();
            boolean ends = last || titles.get(i + 1).level() <= title.level();
            if (ends && !isCopyright(title) && isEmpty(content, titles, i)) {
                found++;
                findings.report(Finding.of(INFO, "nothing stands under \"" + Excerpt.of(title.text()) + "\"")
                        .cell(title.cellId())
                        .line(title.line())
                        .remedy("write the section, or remove its heading")
                        .fixes(Fix.instruct(
                                title.cellId(), "Write what belongs under \"" + Excerpt.of(title.text()) + "\"."))
                        .build());
            }
        }
    }

    private static boolean isCopyright(Title title) {
        return title.text().startsWith("Copyright");
    }

    /** HTML shows more than its headings, so what it holds counts as content. */
    private static boolean isEmpty(Content content, List<Title> titles, int index) {
        Title title = titles.get(index);
        if (index + 1 == titles.size()) {
            return isMarkdown(title) && content.after(title.cell(), title.lastLine()) == 0;
        }
        Title next = titles.get(index + 1);
        return isMarkdown(title)
                && isMarkdown(next)
                && content.after(title.cell(), title.lastLine()) == content.after(next.cell(), next.line() - 1);
    }

    private static boolean isMarkdown(Title title) {
        return title.marked() || title.lastLine() > title.line();
    }

    /** How many lines of content there are, counted from the end. */
    private static final class Content {
        /** By cell and number of lines passed in it. */
        private final int[][] after;

        private Content(int[][] after) {
            this.after = after;
        }

        static Content of(List<Cell> cells) {
            int[][] after = new int[cells.size()][];
            int count = 0;
            for (int i = cells.size() - 1; i >= 0; i--) {
                String[] lines = cells.get(i).source().split("\n", -1);
                after[i] = new int[lines.length + 1];
                after[i][lines.length] = count;
                for (int line = lines.length - 1; line >= 0; line--) {
                    count += isOrnament(lines[line].strip()) ? 0 : 1;
                    after[i][line] = count;
                }
            }
            return new Content(after);
        }

        int after(int cell, int lines) {
            int[] counts = after[cell];
            return counts[Math.min(lines, counts.length - 1)];
        }
    }

    /** Blanks, rules and anchors. */
    private static boolean isOrnament(String line) {
        return line.chars().allMatch(c -> c == '-' || c == '*' || c == '_' || c == ' ')
                || line.equals("<br>")
                || line.startsWith("<a ") && line.endsWith("></a>");
    }
}
