package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.observe.ChatListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of one call, whatever the listener does. */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger("dev.alain.providers");

    private final ChatListener listener;
    private final CallInfo info;

    Notices(ChatListener listener, CallInfo info) {
        this.listener = listener;
        this.info = info;
    }

    void request() {
        tell(() -> listener.onRequest(info));
    }

    void firstToken(Duration after) {
        tell(() -> listener.onFirstToken(info, after));
    }

    void retry(int attempt, ChatException failure, boolean mayBePaid, Duration wait) {
        LOG.debug(
                "{} {}: attempt {} failed, next in {} ms: {}",
                info.vendor(),
                info.model(),
                attempt,
                wait.toMillis(),
                failure.getMessage());
        tell(() -> listener.onRetry(info, attempt, failure, mayBePaid, wait));
    }

    void reply(ChatReply reply, Duration took, String circuit) {
        tell(() -> listener.onReply(info, reply, took));
        tell(() -> listener.onCircuit(info, circuit));
    }

    void failure(ChatException failure, Duration took, String circuit) {
        LOG.debug("{} {}: {}", info.vendor(), info.model(), failure.getMessage());
        tell(() -> listener.onFailure(info, failure, took));
        tell(() -> listener.onCircuit(info, circuit));
    }

    /** The border to somebody else's code. */
    private static void tell(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException e) {
            LOG.warn("a chat listener failed: {}", e.getClass().getName());
        }
    }
}
