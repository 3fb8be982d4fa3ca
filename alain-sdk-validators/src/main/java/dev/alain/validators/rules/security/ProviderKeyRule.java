package dev.alain.validators.rules.security;

import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.Leak;
import java.util.Set;

/** No provider's key stands anywhere in the notebook. */
final class ProviderKeyRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        LeakFindings.report(
                INFO,
                view,
                findings,
                Set.of(Leak.Kind.PROVIDER_KEY),
                "revoke the key, take it out and read it from the environment");
    }
}
