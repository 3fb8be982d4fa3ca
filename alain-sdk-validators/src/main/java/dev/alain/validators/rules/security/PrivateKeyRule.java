package dev.alain.validators.rules.security;

import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.Leak;
import java.util.Set;

/** No private key and no password in an address stands anywhere in the notebook. */
final class PrivateKeyRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC003");

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
                Set.of(Leak.Kind.PRIVATE_KEY, Leak.Kind.PASSWORD_IN_URL),
                "replace it with a new one and read that from the environment");
    }
}
