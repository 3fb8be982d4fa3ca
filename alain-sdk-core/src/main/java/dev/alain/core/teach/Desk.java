package dev.alain.core.teach;

import java.util.Optional;

/** What a teacher shares with its run. Thread-safe. */
public interface Desk {
    /** What may still be spent. */
    Ledger ledger();

    /** Keeps a reply that could not be read, for audit; redacted already. */
    void keepRaw(String name, String text);

    /** Tells listeners of a call. */
    void called(Call call);

    /** Whether nobody wants the answer any more. */
    boolean cancelled();

    /** Whether the endpoint of the chat model at this place refused the key. */
    boolean isRefused(int place);

    /** Notes that it did, so that no more is asked there. */
    void refuse(int place);

    /** Why the teacher is of no more use to this run; empty while it is. */
    Optional<String> lost();

    /** Notes that it is of no more use, so that nobody asks again. */
    void lose(String reason);

    /**
     * One call to a chat model.
     *
     * @param about such as {@code section-03}
     * @param outcome {@code ok}, or what was wrong in a word or two
     */
    record Call(String about, int attempt, String model, long inputTokens, long outputTokens, String outcome) {}
}
