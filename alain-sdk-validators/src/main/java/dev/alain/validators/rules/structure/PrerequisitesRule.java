package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** The notebook says what it needs. */
final class PrerequisitesRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR006");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        boolean said = view.code().isEmpty()
                || Sections.of(view).titles().stream()
                        .anyMatch(
                                title -> Phrases.PREREQUISITES.in(title.text()).isPresent());
        if (!said) {
            findings.report(Finding.of(INFO, "no section says what the notebook needs or how to set it up")
                    .remedy("add a section on prerequisites or setup: packages, keys, hardware")
                    .fixes(Fix.instruct("", "Write a section on prerequisites: packages, keys and hardware needed."))
                    .build());
        }
    }
}
