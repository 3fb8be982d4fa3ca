package dev.alain.core.review.rules;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.List;
import java.util.Set;

/** One cell installs every package in an exact version, ipywidgets among them. */
final class SetupRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN005",
            "setup",
            "One cell installs every package in an exact version, ipywidgets among them",
            Severity.ERROR,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        String code = Contract.text(notebook, "setup");
        List<String> installs = code.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("%pip install"))
                .toList();
        if (installs.isEmpty()) {
            report(findings, "setup", "no %pip install line was found");
        }
        for (String line : installs) {
            for (String word : line.substring("%pip install".length()).strip().split("\\s+", -1)) {
                if (!word.startsWith("-") && !word.matches("[A-Za-z0-9._-]+==[A-Za-z0-9.]+")) {
                    report(findings, "setup", "\"" + word + "\" is not pinned to an exact version");
                }
            }
        }
        if (!code.contains("ipywidgets==")) {
            report(findings, "setup", "ipywidgets is not among the packages");
        }
        notebook.cells().stream()
                .filter(cell -> cell.type().equals("code")
                        && !cell.id().equals("setup")
                        && cell.source().contains("pip install"))
                .forEach(cell -> report(findings, cell.id(), "packages are installed outside the setup cell"));
    }

    private void report(FindingSink findings, String cell, String message) {
        findings.report(Finding.of(INFO, message).cell(cell).build());
    }
}
