package dev.alain.validators.rules.security;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.LikelySecrets;
import dev.alain.validators.secrets.LiteralAssignments;
import dev.alain.validators.secrets.SecretNames;
import dev.alain.validators.secrets.SourcePositions;

/** No random value is given to a name that says it is secret. */
final class GenericSecretRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC002");
    private static final int MOST_IN_A_CELL = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CodeCell cell : view.code()) {
            SourcePositions positions = new SourcePositions(cell.source());
            LiteralAssignments.of(cell.source()).stream()
                    .filter(named -> SecretNames.maybeSecret(named.name())
                            && LikelySecrets.isLikely(named.value().inner()))
                    .limit(MOST_IN_A_CELL)
                    .forEach(named -> findings.report(finding(cell, positions, named)));
        }
    }

    private static Finding finding(CodeCell cell, SourcePositions positions, LiteralAssignments.Named named) {
        int length = named.value().inner().length();
        return Finding.of(INFO, named.name() + " is given a literal that looks like a real secret")
                .cell(cell.id())
                .place(positions.place(named.value().start(), named.value().end()))
                .evidence(named.name() + " = [REDACTED:generic] " + length + " characters")
                .remedy("read it from the environment; revoke it if it is real")
                .fixes(Fix.instruct(
                        cell.id(),
                        "Read " + named.name() + " from the environment instead of writing its value into the code."))
                .build();
    }
}
