package dev.alain.validators.rules.colab;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code colab}. */
public final class ColabRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new BadgeRule(),
            new AcceleratorRule(),
            new GpuMemoryRule(),
            new TuringSupportRule(),
            new UnguardedColabRule(),
            new SecretFallbackRule(),
            new PromptRule(),
            new LocalEndpointRule(),
            new PlatformPathRule(),
            new PreinstalledPinRule(),
            new InteractivePlotRule(),
            new FormFieldRule());

    private ColabRules() {}
}
