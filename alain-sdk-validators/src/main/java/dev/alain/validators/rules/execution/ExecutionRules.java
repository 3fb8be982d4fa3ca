package dev.alain.validators.rules.execution;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code execution}. */
public final class ExecutionRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL =
            List.of(new RunTimeRule(), new WaitingRule(), new LargeDownloadRule(), new RecordedTimeRule());

    private ExecutionRules() {}
}
