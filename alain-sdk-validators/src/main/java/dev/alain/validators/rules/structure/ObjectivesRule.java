package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;

/** The notebook says what is to be learnt. */
final class ObjectivesRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR005");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        boolean said = view.cells().isEmpty()
                || Prose.of(view).paragraphs().stream()
                        .anyMatch(paragraph ->
                                Phrases.OBJECTIVES.in(paragraph.text()).isPresent());
        if (!said) {
            findings.report(Finding.of(INFO, "nothing says what the reader will learn")
                    .severity(view.hasProfile("tutorial") ? Severity.WARNING : Severity.INFO)
                    .remedy("list three to six learning objectives near the top")
                    .fixes(Fix.instruct(
                            "", "List three to six learning objectives, each with a verb, after the overview."))
                    .build());
        }
    }
}
