package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** The configuration fixes the seeds. */
final class SeedRule implements NotebookRule {
    private static final RuleInfo INFO =
            new RuleInfo("ALN015", "seed", "The configuration fixes the seeds", Severity.ERROR, Set.of("alain"), false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String code = Contract.text(notebook, "configuration");
        if (!code.contains("random.seed(SEED)")) {
            report(findings, "configuration", "no seed is fixed");
        } else if (code.contains("import torch") && !code.contains("torch.manual_seed(SEED)")) {
            report(findings, "configuration", "PyTorch's seed is not fixed");
        }
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
