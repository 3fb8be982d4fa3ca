package dev.alain.chat;

import java.util.OptionalInt;

/**
 * What a chat model can do.
 *
 * @param contextLength the most tokens it takes; empty when unknown
 * @param structuredOutput whether it can be held to a JSON schema
 * @param streaming whether its answers come in pieces
 * @param local whether it runs on this machine, so that no text leaves it
 */
public record Capabilities(OptionalInt contextLength, boolean structuredOutput, boolean streaming, boolean local) {
    /** Nothing is known. */
    public static final Capabilities UNKNOWN = new Capabilities(OptionalInt.empty(), false, false, false);
}
