package dev.alain.validators.rules.structure;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prose stands in markdown, not in comments. */
final class LeadingCommentsRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR019");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        int least = (int) view.threshold("STR019.lines", 4);
        for (CodeCell cell : view.code()) {
            List<String> comments = opening(cell.source());
            if (comments.size() >= least && isProse(comments)) {
                findings.report(Finding.of(INFO, "the code opens with " + comments.size() + " lines of comment")
                        .cell(cell.id())
                        .range(1, 1, comments.size(), 1)
                        .remedy("move them to a markdown cell before this one")
                        .fixes(Fix.instruct(
                                cell.id(), "Move the opening comment of this cell to a markdown cell before it."))
                        .build());
            }
        }
    }

    private static List<String> opening(String source) {
        List<String> comments = new ArrayList<>();
        for (String line : source.split("\n", -1)) {
            if (!line.startsWith("#")) {
                break;
            }
            comments.add(line.substring(1).strip());
        }
        return comments;
    }

    /** Neither a form, a licence, code that was commented out, nor a box around a title. */
    private static boolean isProse(List<String> comments) {
        String all = String.join(" ", comments).toLowerCase(Locale.ROOT);
        boolean form = comments.get(0).startsWith("@")
                || comments.get(0).startsWith("!")
                || comments.get(0).startsWith("%%");
        boolean licence = all.contains("copyright") || all.contains("licensed under");
        long sentences =
                comments.stream().filter(LeadingCommentsRule::isSentence).count();
        return !form && !licence && sentences * 2 > comments.size();
    }

    /** Some words, and none of the marks that code has and sentences have not. */
    private static boolean isSentence(String line) {
        boolean code = line.contains(" = ")
                || line.contains("()")
                || line.endsWith("\\")
                || line.endsWith("(")
                || line.startsWith("import ")
                || line.startsWith("from ")
                || line.startsWith("!")
                || line.startsWith("%")
                || line.endsWith("),")
                || line.endsWith(")");
        return !code && Words.count(line) >= 3;
    }
}
