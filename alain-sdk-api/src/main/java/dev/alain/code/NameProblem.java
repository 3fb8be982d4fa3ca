package dev.alain.code;

import java.util.Optional;

/**
 * Something wrong with a name.
 *
 * @param kind what is wrong
 * @param name as the code has it; the full name of what is imported where an import is meant
 * @param cellId where it stands
 * @param place where in the cell
 * @param otherCellId the cell that defines the name later, or that bound it first; empty when there is none
 */
public record NameProblem(Kind kind, String name, String cellId, Place place, Optional<String> otherCellId) {
    /** What can be wrong with a name. */
    public enum Kind {
        /** No cell defines it. */
        UNDEFINED,
        /** No cell defines it, but a star import may. */
        UNDEFINED_UNLESS_STAR,
        /** Only a later cell defines it. */
        USED_BEFORE_DEFINITION,
        /** A local variable is read before it is set. */
        UNDEFINED_LOCAL,
        /** Listed in {@code __all__} and not defined. */
        UNDEFINED_EXPORT,
        /** Imported and never read. */
        UNUSED_IMPORT,
        /** {@code from x import *}. */
        STAR_IMPORT,
        /** Bound again before anything read it. */
        REDEFINED_UNUSED,
        /** A local variable that is set and never read. */
        UNUSED_VARIABLE
    }
}
