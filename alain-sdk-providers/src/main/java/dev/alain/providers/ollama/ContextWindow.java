package dev.alain.providers.ollama;

import dev.alain.chat.Message;
import java.util.List;
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
    private static final int PER_MESSAGE = 16;

    private ContextWindow() {}

    /** Tokens for a question with these messages and an answer of so many tokens, 0 when nobody said. */
    public static int tokens(List<Message> messages, int answerTokens, OptionalInt trained) {
        long needed = answerTokens > 0 ? answerTokens : ANSWER;
        for (Message message : messages) {
            needed += PER_MESSAGE + estimate(message.text());
        }
        long window = USUAL;
        while (window < needed && window < (1 << 30)) {
            window *= 2;
        }
        return (int) Math.min(window, trained.orElse(1 << 30));
    }

    /** Plenty: a token for three letters of ASCII, and one for each other letter. */
    private static long estimate(String text) {
        long others = text.chars().filter(letter -> letter > 127).count();
        return (text.length() - others) / CHARACTERS_PER_TOKEN + others;
    }
}
