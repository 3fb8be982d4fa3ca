package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.structure.Sections.Title;
import java.util.List;
import java.util.Locale;

/** A heading counts its step once. */
final class DoubledStepRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR024");
    private static final int MOST = 50;
    private static final List<String> WORDS = List.of("step", "section", "part", "chapter", "lesson", "exercise");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        int found = 0;
        for (Title title : Sections.of(view).titles()) {
            String text = title.text();
            int first = endOfPrefix(text, 0);
            int start = first < 0 ? -1 : afterPunctuation(text, first);
            int second = start <= first ? -1 : endOfPrefix(text, start);
            if (second >= 0 && found++ < MOST) {
                String once = text.substring(0, first);
                String again = text.substring(start, second);
                findings.report(finding(view, title, once, again, start));
            }
        }
    }

    private static Finding finding(NotebookView view, Title title, String once, String again, int start) {
        Finding.Builder finding = Finding.of(
                        INFO, "the heading \"" + Excerpt.of(title.text()) + "\" counts its step twice")
                .cell(title.cellId())
                .line(title.line())
                .remedy("keep one number");
        String[] lines = view.cells().get(title.cell()).source().split("\n", -1);
        int at = lines[title.line() - 1].indexOf(title.text().substring(0, start));
        if (once.equalsIgnoreCase(again) && title.marked() && at >= 0) {
            int column = lines[title.line() - 1].codePointCount(0, at) + 1;
            int end = column + title.text().codePointCount(0, start);
            Fix.Edit edit = new Fix.ReplaceRange(title.cellId(), title.line(), column, title.line(), end, "");
            finding.fixes(Fix.safe("removes the repeated \"" + once + "\"", edit));
        }
        return finding.build();
    }

    /** The end of a word and a number, such as {@code Step 3}; negative when there is none. */
    private static int endOfPrefix(String text, int from) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            int at = from + word.length();
            if (lower.length() == text.length() && lower.startsWith(word + " ", from)) {
                int end = at + 1;
                while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                    end++;
                }
                return end > at + 1 ? end : -1;
            }
        }
        return -1;
    }

    private static int afterPunctuation(String text, int from) {
        int i = from;
        while (i < text.length() && ":.-–— )".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
