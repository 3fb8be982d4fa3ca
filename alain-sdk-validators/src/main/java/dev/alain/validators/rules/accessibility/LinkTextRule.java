package dev.alain.validators.rules.accessibility;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.WordList;
import java.util.Locale;
import java.util.Set;

/** Link texts say where links lead. */
final class LinkTextRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y03");
    private static final Set<String> SAY_NOTHING = WordList.read(LinkTextRule.class, "link-texts.txt");
    private static final int LONGEST_URL = 80;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink few = new FewPerCell(findings);
        for (Prose.Link link : Prose.of(view).links()) {
            if (!link.image()) {
                check(link.cellId(), link.place().line(), link.text(), link.url(), few);
            }
        }
        for (HtmlLink link : HtmlLink.of(view)) {
            check(link.cellId(), link.line(), link.text(), link.url(), few);
        }
    }

    private static void check(String cell, int line, String text, String url, FindingSink findings) {
        String plain = words(text);
        if (SAY_NOTHING.contains(plain)) {
            report(
                    cell,
                    line,
                    "the link text \"" + plain + "\" does not say where it leads",
                    url,
                    INFO.severity(),
                    findings);
        } else if (isAddress(text.strip())) {
            report(cell, line, "a bare address stands for a link text", url, Severity.INFO, findings);
        }
    }

    private static boolean isAddress(String text) {
        return (text.startsWith("http://") || text.startsWith("https://") || text.startsWith("www."))
                && text.indexOf(' ') < 0;
    }

    private static void report(
            String cell, int line, String message, String url, Severity severity, FindingSink findings) {
        String shown = url.length() > LONGEST_URL ? url.substring(0, LONGEST_URL) + "…" : url;
        findings.report(Finding.of(INFO, message)
                .severity(severity)
                .cell(cell)
                .line(line)
                .remedy("name the page that the link leads to")
                .evidence(shown)
                .fixes(Fix.instruct(cell, "Write the link to " + shown + " so that its text names the page."))
                .build());
    }

    /** In lower case, single-spaced, without the punctuation and arrows around it. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s", -1)) {
            int from = 0;
            int to = word.length();
            while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
                from++;
            }
            while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
                to--;
            }
            words.append(from < to && !words.isEmpty() ? " " : "").append(word, from, to);
        }
        return words.toString();
    }
}
