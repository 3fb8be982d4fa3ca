package dev.alain.validators.rules.structure;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code structure}. */
public final class StructureRules {
    /** In the order in which they report and are mended: first what the cells hold, then what they are together. */
    public static final List<NotebookRule> ALL = List.of(
            new LiteralNewlineRule(),
            new FencedCodeRule(),
            new EmptyCellRule(),
            new DoubledStepRule(),
            new FirstCellRule(),
            new SingleTitleRule(),
            new HeadingLevelRule(),
            new OverviewRule(),
            new ObjectivesRule(),
            new PrerequisitesRule(),
            new ClosingRule(),
            new BalanceRule(),
            new ProseAmountRule(),
            new CodeRunRule(),
            new CellLengthRule(),
            new CellCountRule(),
            new EmptySectionRule(),
            new PlaceholderRule(),
            new LeakedInstructionRule(),
            new MarkupRule(),
            new LeadingCommentsRule(),
            new StyleHeaderRule());

    private StructureRules() {}
}
