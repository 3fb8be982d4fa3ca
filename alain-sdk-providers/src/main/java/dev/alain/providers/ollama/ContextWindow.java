package dev.alain.providers.ollama;

import java.util.OptionalInt;

/**
 * How much context to reserve for a question.
 *
 * <p>Every other amount makes the server load the model again, so there are few of them: 16,384, or the next power of
 * two that holds question and answer, never more than the model was trained on.
 */
public final class ContextWindow {
    private static final int USUAL = 16_384;
    private static final int CHARACTERS_PER_TOKEN = 3;
    private static final int ANSWER = 4_096;

    private ContextWindow() {}

    /** Tokens for a question of so many characters and an answer of so many tokens, 0 when nobody said. */
    public static int tokens(long characters, int answerTokens, OptionalInt trained) {
        long needed = characters / CHARACTERS_PER_TOKEN + (answerTokens > 0 ? answerTokens : ANSWER) + 64;
        long window = USUAL;
        while (window < needed && window < (1 << 30)) {
            window *= 2;
        }
        return (int) Math.min(window, trained.orElse(1 << 30));
    }
}
