package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.List;
import java.util.Set;

/** There are four or more questions whose right answers stand at different places. */
final class QuizRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN011",
            "quiz",
            "There are four or more questions whose right answers stand at different places",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        List<Integer> places = Contract.answerPlaces(Contract.text(notebook, "quiz-1"));
        if (places.size() < 4) {
            report(findings, "expected at least 4 questions, found " + places.size());
        } else if (places.stream().distinct().count() < 2) {
            report(findings, "quiz-1", "every right answer stands at the same place");
        }
    }

    private void report(FindingSink findings, String message) {
        findings.report(Finding.of(INFO, message).build());
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
