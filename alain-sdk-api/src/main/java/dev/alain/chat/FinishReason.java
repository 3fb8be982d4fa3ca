package dev.alain.chat;

import java.util.Objects;

/**
 * Why an answer ended; an open vocabulary.
 *
 * @param name one of the constants' names, or {@code other}
 * @param raw the word of the vendor
 */
public record FinishReason(String name, String raw) {
    /** It was complete. */
    public static final FinishReason STOP = new FinishReason("stop", "stop");
    /** It was cut because it was too long. */
    public static final FinishReason LENGTH = new FinishReason("length", "length");
    /** It was withheld. */
    public static final FinishReason CONTENT_FILTER = new FinishReason("content-filter", "content_filter");
    /** It asks for a tool. */
    public static final FinishReason TOOL_CALLS = new FinishReason("tool-calls", "tool_calls");

    /** Checks that nothing is missing. */
    public FinishReason {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(raw, "raw");
    }

    /** A reason that the SDK does not know. */
    public static FinishReason other(String raw) {
        return new FinishReason("other", raw);
    }
}
