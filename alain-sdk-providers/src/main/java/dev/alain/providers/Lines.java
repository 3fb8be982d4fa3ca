package dev.alain.providers;

import dev.alain.net.HttpTransport;
import dev.alain.providers.thread.DaemonThreads;
import java.util.concurrent.atomic.AtomicInteger;

/** Transport and threads of models that were made from each other; they end with the last of these. */
final class Lines {
    private final HttpTransport transport;
    private final boolean owned;
    private final DaemonThreads threads = new DaemonThreads("alain-chat");
    private final AtomicInteger users = new AtomicInteger(1);

    Lines(HttpTransport transport, boolean owned) {
        this.transport = transport;
        this.owned = owned;
    }

    HttpTransport transport() {
        return transport;
    }

    DaemonThreads threads() {
        return threads;
    }

    /** One more user; false when the last one has left already. */
    boolean join() {
        return users.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            threads.close();
            if (owned) {
                transport.close();
            }
        }
    }
}
