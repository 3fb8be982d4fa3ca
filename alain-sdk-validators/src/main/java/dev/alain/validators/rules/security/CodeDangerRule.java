package dev.alain.validators.rules.security;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.List;

/** One kind of dangerous code; what it is stands in {@link Dangers}. */
final class CodeDangerRule implements NotebookRule {
    private static final int MOST_IN_A_NOTEBOOK = 100;

    private final RuleInfo info;
    private final String remedy;
    private final String instruction;

    CodeDangerRule(String id, String remedy, String instruction) {
        this.info = RulePage.info(id);
        this.remedy = remedy;
        this.instruction = instruction;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Danger> mine = Dangers.of(view).all().stream()
                .filter(danger -> danger.rule().equals(info.id()))
                .toList();
        boolean told = false;
        int reported = 0;
        for (Danger danger : mine) {
            boolean known = danger.severity() == Severity.INFO;
            if ((known && told) || reported >= MOST_IN_A_NOTEBOOK) {
                continue;
            }
            told |= known;
            reported++;
            Finding.Builder finding = Finding.of(info, danger.message())
                    .severity(danger.severity())
                    .cell(danger.cellId())
                    .line(danger.line())
                    .remedy(remedy);
            findings.report(
                    known
                            ? finding.build()
                            : finding.fixes(Fix.instruct(danger.cellId(), instruction))
                                    .build());
        }
    }
}
