package dev.alain.validators.rules.format;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;

/** The notebook is of format 4.5. */
final class OldFormatRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT008");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        NotebookDocument document = view.document();
        boolean declared = view.json().path("nbformat").isIntegralNumber()
                && view.json().path("nbformat_minor").isIntegralNumber();
        boolean old = document.major() == 3 || document.major() == 4 && document.minor() < 5;
        if (!declared || !old || view.notebook().isEmpty()) {
            return;
        }
        String version = document.major() + "." + document.minor();
        findings.report(Finding.of(INFO, "the format is " + version + ", whose cells have no ids")
                .severity(document.major() == 3 ? Severity.WARNING : INFO.severity())
                .remedy("upgrade to format 4.5")
                .fixes(Rewriting.fix(view))
                .build());
    }
}
