package dev.alain.validators.report;

import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.ValidationReport;
import java.util.HashSet;
import java.util.Set;

/**
 * Cells whose text must not get into a report, because something about their safety was found or set aside there.
 *
 * <p>A fix can carry a whole cell, and with it the key that the evidence blots out.
 */
final class GuardedCells {
    private static final String SECURITY = "security";

    private final Set<String> cells = new HashSet<>();

    private GuardedCells() {}

    static GuardedCells of(ValidationReport report) {
        GuardedCells guarded = new GuardedCells();
        for (Finding finding : report.findings()) {
            if (report.info(finding.ruleId()).map(GuardedCells::isAboutSafety).orElse(isSec(finding.ruleId()))) {
                guarded.cells.add(finding.cellId().orElse(""));
            }
        }
        report.waivers().stream()
                .filter(waiver -> isSec(waiver.rule()))
                .forEach(waiver -> guarded.cells.add(waiver.cell()));
        return guarded;
    }

    private static boolean isAboutSafety(RuleInfo info) {
        return info.profiles().contains(SECURITY);
    }

    private static boolean isSec(String rule) {
        return rule.startsWith("SEC");
    }

    /** Whether the text of a fix may be told; one found for the whole notebook guards every cell. */
    boolean mayTell(Fix fix) {
        return fix.edits().stream().allMatch(this::mayTell);
    }

    private boolean mayTell(Fix.Edit edit) {
        if (edit instanceof Fix.ReplaceCell replace) {
            return isFree(replace.cellId());
        } else if (edit instanceof Fix.ReplaceRange range) {
            return isFree(range.cellId());
        } else if (edit instanceof Fix.InsertAfter insert) {
            return isFree(insert.afterCellId()) && isFree(insert.newCellId());
        } else if (edit instanceof Fix.SetMetadata set) {
            return isFree(set.cellId());
        }
        return true;
    }

    private boolean isFree(String cell) {
        return !cells.contains("") && !cells.contains(cell);
    }
}
