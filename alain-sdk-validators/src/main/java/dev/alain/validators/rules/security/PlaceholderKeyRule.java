package dev.alain.validators.rules.security;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.KeyPlaceholders;
import dev.alain.validators.secrets.LiteralAssignments;
import dev.alain.validators.secrets.SecretNames;
import dev.alain.validators.secrets.SourcePositions;

/** No example stands where a key is needed. */
final class PlaceholderKeyRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC005");
    private static final int MOST_IN_A_CELL = 20;
    private static final int MOST_SHOWN = 40;

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
                            && KeyPlaceholders.isOne(named.value().inner()))
                    .limit(MOST_IN_A_CELL)
                    .forEach(named -> findings.report(finding(cell, positions, named)));
        }
    }

    private static Finding finding(CodeCell cell, SourcePositions positions, LiteralAssignments.Named named) {
        String value = named.value().inner();
        return Finding.of(INFO, named.name() + " is given a placeholder, so that readers write their key into the code")
                .cell(cell.id())
                .place(positions.place(named.value().start(), named.value().end()))
                .evidence(value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value)
                .remedy("read it from the environment, or ask with getpass")
                .fixes(
                        Fix.instruct(
                                cell.id(),
                                "Read " + named.name()
                                        + " from an environment variable, and ask with getpass where it is not set and somebody is there to answer."))
                .build();
    }
}
