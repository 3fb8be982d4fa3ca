package dev.alain.validators.rules.colab;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import java.util.HashMap;
import java.util.Map;

/** Passes on at most so many findings a cell. */
public final class PerCell implements FindingSink {
    private final int most;
    private final FindingSink sink;
    private final Map<String, Integer> counts = new HashMap<>();

    private PerCell(int most, FindingSink sink) {
        this.most = most;
        this.sink = sink;
    }

    /** At most so many a cell. */
    public static PerCell atMost(int most, FindingSink sink) {
        return new PerCell(most, sink);
    }

    @Override
    public void report(Finding finding) {
        if (counts.merge(finding.cellId().orElse(""), 1, Integer::sum) <= most) {
            sink.report(finding);
        }
    }
}
