package dev.alain.providers.observe;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import java.time.Duration;

/**
 * Hears of calls: one request, perhaps a first token and retries, then either a reply or a failure.
 *
 * <p>Called on the threads of the calls, so it must be quick and thread-safe. What it throws is logged and goes no
 * further. The caller gets the answer after its listeners were told. No event holds a key.
 */
public interface ChatListener {
    /** A question is about to be put; it may still wait for its turn. */
    default void onRequest(CallInfo call) {}

    /** The first piece of an answer came, so long after the question. */
    default void onFirstToken(CallInfo call, Duration after) {}

    /**
     * An attempt failed, and another one follows after a wait.
     *
     * @param attempt the one that failed, from 1
     * @param mayBePaid whether the vendor may charge for it: it got the question and did not refuse it
     */
    default void onRetry(CallInfo call, int attempt, ChatException failure, boolean mayBePaid, Duration wait) {}

    /** The answer is there. */
    default void onReply(CallInfo call, ChatReply reply, Duration took) {}

    /** There is no answer. */
    default void onFailure(CallInfo call, ChatException failure, Duration took) {}

    /** The state of the endpoint's circuit breaker after a call: {@code closed}, {@code open} or {@code half_open}. */
    default void onCircuit(CallInfo call, String state) {}
}
