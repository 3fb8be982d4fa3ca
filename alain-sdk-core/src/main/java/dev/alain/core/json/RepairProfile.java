package dev.alain.core.json;

/** How far a reader may go. */
public enum RepairProfile {
    /** JSON as RFC 8259 has it; anything else is an error. */
    STRICT,
    /** Only repairs that lose nothing and guess nothing; anything else is an error. */
    SAFE,
    /** Every repair; alignment to a schema loses nothing. */
    DEFAULT,
    /** Every repair; alignment to a schema may round, drop what doesn't fit and fill what is missing. */
    SALVAGE
}
