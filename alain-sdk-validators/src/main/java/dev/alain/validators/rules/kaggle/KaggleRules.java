package dev.alain.validators.rules.kaggle;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code kaggle}: silent unless its profile is asked for. */
public final class KaggleRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL =
            List.of(new KaggleSecretRule(), new KaggleWriteRule(), new OfflineRule(), new KaggleMetadataRule());

    private KaggleRules() {}
}
