package dev.alain.validators;

import dev.alain.validation.NotebookRule;
import dev.alain.validation.RuleCatalog;
import dev.alain.validators.rules.accessibility.AccessibilityRules;
import dev.alain.validators.rules.code.CodeRules;
import dev.alain.validators.rules.colab.ColabRules;
import dev.alain.validators.rules.execution.ExecutionRules;
import dev.alain.validators.rules.format.FormatRules;
import dev.alain.validators.rules.kaggle.KaggleRules;
import dev.alain.validators.rules.reproducibility.ReproducibilityRules;
import dev.alain.validators.rules.security.SecurityRules;
import dev.alain.validators.rules.structure.StructureRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every rule of this module, in the order in which fixes are applied: first what the file is, then what its cells are.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs nothing but api. Its rules keep no state and are thread-safe.
 */
public final class Catalogue implements RuleCatalog {
    private static final List<NotebookRule> RULES = Stream.of(
                    FormatRules.ALL,
                    StructureRules.ALL,
                    CodeRules.ALL,
                    SecurityRules.ALL,
                    ReproducibilityRules.ALL,
                    AccessibilityRules.ALL,
                    ColabRules.ALL,
                    KaggleRules.ALL,
                    ExecutionRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** The whole catalogue. */
    public Catalogue() {}

    @Override
    public List<NotebookRule> rules() {
        return RULES;
    }

    /** Above that of core, whose single format rule is refined here. */
    @Override
    public int priority() {
        return 10;
    }
}
