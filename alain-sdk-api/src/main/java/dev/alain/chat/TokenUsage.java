package dev.alain.chat;

import java.util.OptionalLong;

/**
 * What an answer cost in tokens; unknown is not zero.
 *
 * @param input tokens of the request
 * @param output tokens of the answer, reasoning included
 * @param reasoning tokens of the reasoning
 */
public record TokenUsage(OptionalLong input, OptionalLong output, OptionalLong reasoning) {
    /** Nothing is known. */
    public static final TokenUsage UNKNOWN =
            new TokenUsage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Input and output are known. */
    public static TokenUsage of(long input, long output) {
        return new TokenUsage(OptionalLong.of(input), OptionalLong.of(output), OptionalLong.empty());
    }
}
