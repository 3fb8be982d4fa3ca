package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** The recipe stands in a table of its own. */
final class RecipeRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN002", "recipe", "The recipe stands in a table of its own", Severity.ERROR, Set.of("alain"), false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String text = Contract.text(notebook, "recipe");
        if (!text.startsWith("## Recipe") || !text.contains("| Difficulty |")) {
            report(findings, "the recipe table is missing");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }
}
