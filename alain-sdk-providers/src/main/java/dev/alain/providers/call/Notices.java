package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.observe.ChatListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of one call, whatever they do. */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger("dev.alain.providers");

    private final List<ChatListener> listeners;
    private final CallInfo info;

    Notices(List<ChatListener> listeners, CallInfo info) {
        this.listeners = listeners;
        this.info = info;
    }

    void request() {
        tell(listener -> listener.onRequest(info));
    }

    void firstToken(Duration after) {
        tell(listener -> listener.onFirstToken(info, after));
    }

    void retry(int attempt, ChatException failure, boolean mayBePaid, Duration wait) {
        LOG.debug(
                "{} {}: attempt {} failed, next in {} ms: {}",
                info.vendor(),
                info.model(),
                attempt,
                wait.toMillis(),
                failure.getMessage());
        tell(listener -> listener.onRetry(info, attempt, failure, mayBePaid, wait));
    }

    void reply(ChatReply reply, Duration took, String circuit) {
        tell(listener -> listener.onReply(info, reply, took));
        tell(listener -> listener.onCircuit(info, circuit));
    }

    void failure(ChatException failure, Duration took, String circuit) {
        LOG.debug("{} {}: {}", info.vendor(), info.model(), failure.getMessage());
        tell(listener -> listener.onFailure(info, failure, took));
        tell(listener -> listener.onCircuit(info, circuit));
    }

    /** The border to somebody else's code. */
    private void tell(Consumer<ChatListener> notice) {
        for (ChatListener listener : listeners) {
            try {
                notice.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.warn("a chat listener failed: {}", e.getClass().getName());
            }
        }
    }
}
