package com.example.notebooks;

import dev.alain.validation.NotebookRule;
import dev.alain.validation.RuleCatalog;
import java.util.List;

/** The team's rules, found by {@link java.util.ServiceLoader}. */
public final class AcmeRules implements RuleCatalog {
    /** Called by the service loader. */
    public AcmeRules() {}

    @Override
    public List<NotebookRule> rules() {
        return List.of(new OwnerRule(), new InternalHostRule());
    }
}
