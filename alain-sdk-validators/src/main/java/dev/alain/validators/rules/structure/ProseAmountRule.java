package dev.alain.validators.rules.structure;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;

/** Every step of code has words to go with it. */
final class ProseAmountRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR009");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        long code = view.code().stream()
                .filter(cell -> !cell.source().isBlank() && !CellKinds.isPreamble(cell))
                .count();
        double least = view.threshold("STR009.words-per-code-cell", 15);
        int words = Words.of(view).total();
        if (code > 0 && words < least * code) {
            findings.report(Finding.of(
                            INFO,
                            "there are " + words + " words of prose for " + code
                                    + (code == 1 ? " code cell" : " code cells"))
                    .remedy("explain what each step does and why; 35 to 150 words for a code cell read well")
                    .build());
        }
    }
}
