package dev.alain.validation;

/** Takes the findings of a rule. */
@FunctionalInterface
public interface FindingSink {
    /** Takes one finding. */
    void report(Finding finding);
}
