package dev.alain.validators.rules.reproducibility;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code reproducibility}. */
public final class ReproducibilityRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new OutOfOrderRule(),
            new PartlyRunRule(),
            new ErrorOutputRule(),
            new NoOutputsRule(),
            new SeedRule(),
            new LocalPathRule(),
            new MissingFileRule(),
            new DownloadLinkRule(),
            new StaleOutputRule(),
            new RecordedFailureRule());

    private ReproducibilityRules() {}
}
