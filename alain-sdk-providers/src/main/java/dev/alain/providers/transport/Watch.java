package dev.alain.providers.transport;

import dev.alain.net.HttpTimeouts;
import dev.alain.net.TransportException;
import dev.alain.net.TransportException.Kind;
import dev.alain.providers.thread.Timer;
import dev.alain.providers.thread.Timer.Alarm;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call whose time is up. OkHttp's own read timeout does not see a body that trickles, its connect timeout does
 * not see a silent proxy or a handshake that hangs, and none of its limits can tell why a call ended. A connection
 * with its name, proxy and handshake gets twice the time of a bare one.
 */
final class Watch {
    private final Timer timer;
    private final HttpTimeouts limits;
    private final Runnable cancel;
    private final Alarm total;
    private final Alarm connect;
    private final long begunAt;
    private Alarm current;
    private long readingSince;
    private boolean reading;
    private boolean bodyBegan;
    private boolean ended;
    private @Nullable Kind fired;

    Watch(Timer timer, HttpTimeouts limits, Runnable cancel) {
        this.timer = timer;
        this.limits = limits;
        this.cancel = cancel;
        this.begunAt = timer.nanos();
        this.total = alarm(limits.total(), () -> fire(Kind.TOTAL_TIMEOUT));
        this.connect = alarm(limits.connect().multipliedBy(2), () -> fire(Kind.CONNECT_TIMEOUT));
        this.current = alarm(limits.firstByte(), () -> fire(Kind.FIRST_BYTE_TIMEOUT));
    }

    /** The connection stands, encryption and proxy included. */
    void connected() {
        connect.cancel();
    }

    /** The head is there; from now on only waiting for the body counts. */
    synchronized void headCame() {
        connect.cancel();
        current.cancel();
        current = ended ? Alarm.NONE : alarm(patience(), this::lookAtIdle);
    }

    synchronized void readBegins() {
        reading = true;
        readingSince = timer.nanos();
    }

    synchronized void readEnds() {
        reading = false;
        bodyBegan = true;
    }

    synchronized void end() {
        ended = true;
        current.cancel();
        connect.cancel();
        total.cancel();
    }

    synchronized void cancelled() {
        if (fired == null) {
            fired = Kind.CANCELLED;
        }
        end();
    }

    /** Why the call was ended here, if it was. */
    synchronized Optional<TransportException> verdict() {
        if (fired == null) {
            return Optional.empty();
        }
        return Optional.of(new TransportException(
                fired,
                switch (fired) {
                    case TOTAL_TIMEOUT -> "no complete answer within " + seconds(limits.total());
                    case CONNECT_TIMEOUT ->
                        "no connection within " + seconds(limits.connect().multipliedBy(2));
                    case FIRST_BYTE_TIMEOUT -> "no answer began within " + seconds(limits.firstByte());
                    case IDLE_TIMEOUT -> "nothing more came for " + seconds(limits.idle());
                    default -> "cancelled";
                }));
    }

    /** The reader may be slow by its own will, so only a read that waits too long counts. */
    private synchronized void lookAtIdle() {
        if (ended) {
            return;
        }
        Duration patience = patience();
        long waited = reading ? timer.nanos() - readingSince : 0;
        if (waited >= patience.toNanos()) {
            fire(Kind.IDLE_TIMEOUT);
        } else {
            current = timer.after(patience.minusNanos(waited), this::lookAtIdle);
        }
    }

    /** Servers may send the head at once and then load the model: before the first byte the longer limit holds. */
    private Duration patience() {
        if (bodyBegan || limits.idle().isZero()) {
            return limits.idle();
        }
        Duration left = limits.firstByte().minusNanos(timer.nanos() - begunAt);
        return left.compareTo(limits.idle()) > 0 ? left : limits.idle();
    }

    private void fire(Kind kind) {
        synchronized (this) {
            if (ended || fired != null) {
                return;
            }
            fired = kind;
        }
        cancel.run();
    }

    private Alarm alarm(Duration limit, Runnable work) {
        return limit.isZero() ? Alarm.NONE : timer.after(limit, work);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
