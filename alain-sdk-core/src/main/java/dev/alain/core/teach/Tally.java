package dev.alain.core.teach;

import dev.alain.chat.TokenUsage;
import java.util.List;

/** Adds up what one piece of work costs. Used by one thread. */
final class Tally {
    private int calls;
    private long input;
    private long output;
    private long promptCharacters;

    /** Books a call; what the vendor does not say is estimated at four characters a token. */
    long book(int prompt, int answer, TokenUsage usage) {
        long in = usage.input().orElse(prompt / 4);
        long out = usage.output().orElse(answer / 4);
        calls++;
        promptCharacters += prompt;
        input += in;
        output += out;
        return in + out;
    }

    Account account(String teacher, boolean fallback, String reason, List<String> notes) {
        return new Account(teacher, fallback, reason, calls, input, output, promptCharacters, notes);
    }

    long input() {
        return input;
    }

    long output() {
        return output;
    }
}
