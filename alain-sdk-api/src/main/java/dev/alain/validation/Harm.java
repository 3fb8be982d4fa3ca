package dev.alain.validation;

import dev.alain.validation.NotebookFixer.Applied;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which fixes broke what was whole before. */
final class Harm {
    private Harm() {}

    /** The fixes to take back: those in cells that have errors they did not have; all when the place is not known. */
    static Set<Applied> of(ValidationReport before, ValidationReport after, List<Applied> applied) {
        Set<String> known = errors(before);
        Set<Applied> harmful = new HashSet<>();
        for (Finding finding : after.findings()) {
            if (finding.severity() == Severity.ERROR && !known.contains(finding.ruleId())) {
                String cell = finding.cellId().orElse("");
                List<Applied> there =
                        applied.stream().filter(fix -> fix.cell().equals(cell)).toList();
                harmful.addAll(there.isEmpty() ? applied : there);
            }
        }
        return harmful;
    }

    private static Set<String> errors(ValidationReport report) {
        Set<String> rules = new HashSet<>();
        report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> rules.add(finding.ruleId()));
        return rules;
    }
}
