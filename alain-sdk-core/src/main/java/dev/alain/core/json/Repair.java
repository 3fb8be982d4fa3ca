package dev.alain.core.json;

import java.util.Objects;

/**
 * One thing that was mended.
 *
 * <p>When a kind occurs more often than {@link RepairLimits#repairsPerKind()}, its last entry stands for all that
 * followed and its detail says how many they were.
 *
 * @param kind what was mended
 * @param start offset in the input where the mended text starts
 * @param end offset behind the mended text; equal to {@code start} when something was missing
 * @param pointer JSON pointer (RFC 6901) of the value concerned, in the document before alignment; empty for the root
 * @param severity the severity of the kind, or a higher one
 * @param detail what was done, in a few words; never longer than 200 characters
 */
public record Repair(RepairKind kind, int start, int end, String pointer, Severity severity, String detail) {
    /** Checks that nothing is missing. */
    public Repair {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return severity + " " + kind + " at " + start + ".." + end + (pointer.isEmpty() ? "" : " " + pointer)
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
