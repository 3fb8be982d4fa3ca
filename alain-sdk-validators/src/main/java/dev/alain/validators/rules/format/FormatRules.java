package dev.alain.validators.rules.format;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code format}. */
public final class FormatRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new ReadableRule(),
            ViolationRule.version(),
            ViolationRule.schema(),
            ViolationRule.codeCellKeys(),
            ViolationRule.cellIds(),
            ViolationRule.misplacedKeys(),
            ViolationRule.outputKeys(),
            new OldFormatRule(),
            new CanonicalBytesRule(),
            new KernelRule(),
            new AttachmentRule(),
            new TagsRule(),
            new WidgetStateRule(),
            new SizeRule(),
            new FileNameRule(),
            new InvisibleCharacterRule());

    private FormatRules() {}
}
