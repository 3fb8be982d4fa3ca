package dev.alain.notebook;

import java.util.List;

/** A document that is no notebook of a version this SDK writes; thrown where only a valid one will do. */
public final class NotebookFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FormatProblem> problems;

    NotebookFormatException(String what, List<FormatProblem> problems) {
        super(what + ": " + problems.get(0) + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : ""));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in document order; at least one. */
    public List<FormatProblem> problems() {
        return problems;
    }
}
