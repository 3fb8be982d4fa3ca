package dev.alain.validators.rules.accessibility;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import java.util.HashMap;
import java.util.Map;

/** Passes on the first findings of each cell: nobody reads the hundredth of a kind. */
final class FewPerCell implements FindingSink {
    private static final int MOST = 20;

    private final FindingSink target;
    private final Map<String, Integer> reported = new HashMap<>();

    FewPerCell(FindingSink target) {
        this.target = target;
    }

    @Override
    public void report(Finding finding) {
        if (reported.merge(finding.cellId().orElse(""), 1, Integer::sum) <= MOST) {
            target.report(finding);
        }
    }
}
