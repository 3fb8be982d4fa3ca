package dev.alain.validation;

import java.util.List;

/** A set of rules, handed to a validator or found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface RuleCatalog {
    /** The rules, in the order in which they report. */
    List<NotebookRule> rules();

    /** A catalogue of these rules. */
    static RuleCatalog of(NotebookRule... rules) {
        List<NotebookRule> list = List.of(rules);
        return () -> list;
    }
}
