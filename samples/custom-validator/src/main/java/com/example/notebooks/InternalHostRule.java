package com.example.notebooks;

import dev.alain.code.Place;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Locale;
import java.util.Set;

/** Names of hosts in the company's network stay in it. */
final class InternalHostRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ACME002",
            "internal-host",
            "No cell names a host of the company's network",
            Severity.ERROR,
            Set.of("acme"),
            false,
            "",
            "Whoever reads the notebook outside cannot reach the host, and learns what there is inside.\n"
                    + "Read the address from the environment, and give a public example.");
    private static final String DOMAIN = ".corp.acme.example";
    private static final int MOST_IN_A_CELL = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        notebook.cells().forEach(cell -> check(cell, findings));
    }

    private static void check(Cell cell, FindingSink findings) {
        String[] lines = cell.source().split("\n", -1);
        int found = 0;
        for (int i = 0; i < lines.length; i++) {
            String lower = lines[i].toLowerCase(Locale.ROOT);
            int end = 0;
            for (int at = lower.indexOf(DOMAIN); at >= 0 && found < MOST_IN_A_CELL; at = lower.indexOf(DOMAIN, end)) {
                int start = startOfName(lower, at, end);
                end = at + DOMAIN.length();
                found++;
                String host = lower.substring(start, end);
                int column = lower.codePointCount(0, start) + 1;
                findings.report(Finding.of(INFO, "names the internal host " + host)
                        .cell(cell.id())
                        .place(Place.onLine(i + 1, column, host.codePointCount(0, host.length())))
                        .remedy("read the address from the environment")
                        .fixes(Fix.instruct(
                                cell.id(), "Read the address of " + host + " from an environment variable."))
                        .build());
            }
        }
    }

    private static int startOfName(String line, int dot, int notBefore) {
        int start = dot;
        while (start > notBefore
                && (Character.isLetterOrDigit(line.charAt(start - 1)) || "-.".indexOf(line.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }
}
