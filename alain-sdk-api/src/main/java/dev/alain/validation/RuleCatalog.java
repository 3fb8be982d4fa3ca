package dev.alain.validation;

import java.util.List;

/** A set of rules, handed to a validator or found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface RuleCatalog {
    /** The rules, in the order in which they report and are mended. */
    List<NotebookRule> rules();

    /** Of two rules with one id, that of the catalogue with the higher priority runs; 0 unless said otherwise. */
    default int priority() {
        return 0;
    }

    /** A catalogue of these rules. */
    static RuleCatalog of(NotebookRule... rules) {
        List<NotebookRule> list = List.of(rules);
        return () -> list;
    }
}
