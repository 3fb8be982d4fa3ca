package dev.alain.providers.observe;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import java.time.Duration;

/** One listener after another. */
record TwoListeners(ChatListener first, ChatListener second) implements ChatListener {
    @Override
    public void onRequest(CallInfo call) {
        first.onRequest(call);
        second.onRequest(call);
    }

    @Override
    public void onFirstToken(CallInfo call, Duration after) {
        first.onFirstToken(call, after);
        second.onFirstToken(call, after);
    }

    @Override
    public void onRetry(CallInfo call, int attempt, ChatException failure, boolean mayBePaid, Duration wait) {
        first.onRetry(call, attempt, failure, mayBePaid, wait);
        second.onRetry(call, attempt, failure, mayBePaid, wait);
    }

    @Override
    public void onReply(CallInfo call, ChatReply reply, Duration took) {
        first.onReply(call, reply, took);
        second.onReply(call, reply, took);
    }

    @Override
    public void onFailure(CallInfo call, ChatException failure, Duration took) {
        first.onFailure(call, failure, took);
        second.onFailure(call, failure, took);
    }

    @Override
    public void onCircuit(CallInfo call, String state) {
        first.onCircuit(call, state);
        second.onCircuit(call, state);
    }
}
