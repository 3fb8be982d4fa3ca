package dev.alain.stage;

/**
 * A function from serialisable values to a serialisable value, with a key over its inputs.
 *
 * <p>Running a stage twice with equal inputs gives equal results, on any thread and any machine.
 */
public interface Stage<I, O> {
    /** The name in keys, metrics and manifests, such as {@code outline}. */
    String name();

    /** Raised when the meaning of the result changes. */
    int version();

    /** The address of the result; pure and stable across machines and releases of equal version. */
    StageKey key(I input);

    /** Makes the result; interrupting the thread cancels. */
    O run(I input);
}
