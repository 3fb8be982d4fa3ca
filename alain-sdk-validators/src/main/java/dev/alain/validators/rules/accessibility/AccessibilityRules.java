package dev.alain.validators.rules.accessibility;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code accessibility}. */
public final class AccessibilityRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new ImageTextRule(),
            new PlotRule(),
            new LinkTextRule(),
            new BoldHeadingRule(),
            new TableHeaderRule(),
            new LargeTableRule(),
            new LongOutputRule());

    private AccessibilityRules() {}
}
