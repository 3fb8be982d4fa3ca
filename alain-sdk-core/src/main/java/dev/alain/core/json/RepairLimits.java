package dev.alain.core.json;

/**
 * Bounds that keep hostile input cheap.
 *
 * @param maxChars longest input, in characters
 * @param maxDepth deepest nesting
 * @param maxNodes most values in one document
 * @param maxCandidates most stretches of a reply that are tried as documents
 * @param repairsPerKind repairs of one kind that are listed one by one
 */
public record RepairLimits(int maxChars, int maxDepth, int maxNodes, int maxCandidates, int repairsPerKind) {
    /** 32 million characters, 1,000 levels, 10 million values, 64 candidates, 100 repairs of a kind. */
    public static final RepairLimits DEFAULT = new RepairLimits(32_000_000, 1_000, 10_000_000, 64, 100);

    /** Refuses bounds below 1. */
    public RepairLimits {
        if (Math.min(Math.min(maxChars, maxDepth), Math.min(maxNodes, Math.min(maxCandidates, repairsPerKind))) < 1) {
            throw new IllegalArgumentException("A limit below 1: " + maxChars + " characters, " + maxDepth + " levels, "
                    + maxNodes + " values, " + maxCandidates + " candidates, " + repairsPerKind + " repairs of a kind");
        }
    }
}
