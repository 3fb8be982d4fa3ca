package dev.alain.validation;

/** Finds one kind of problem. Implementations keep no state and are called from many threads. */
public interface NotebookRule {
    /** What people are told about it. */
    RuleInfo info();

    /** Reports what it finds; a notebook it does not apply to has no findings. */
    void check(NotebookView notebook, FindingSink findings);
}
