package dev.alain.providers.gate;

import dev.alain.providers.failure.Failure;
import dev.alain.providers.thread.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lets so many calls through at once and a bounded number wait, without holding a thread.
 *
 * <p>When the endpoint says that it is too much, the limit drops by 30 %, at most once for all calls that were under
 * way; each full round of successes raises it by one again (additive increase, multiplicative decrease). Latency is no
 * sign here: it depends on the length of the answers. Thread-safe.
 */
final class CallQueue {
    private static final double DROP = 0.7;

    private final Timer timer;
    private final int most;
    private final int room;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private double limit;
    private int inside;
    private long droppedAt;
    private boolean dropped;

    CallQueue(Timer timer, int most, int room) {
        this.timer = timer;
        this.most = most;
        this.room = room;
        this.limit = most;
    }

    /** Admits the visitor now or later; empty when too many wait already. */
    Optional<Place> enter(Gate.Visitor visitor) {
        Place place = new Place(visitor);
        synchronized (this) {
            if (inside < (int) limit) {
                begin(place);
            } else if (waiting.size() < room) {
                waiting.add(place);
                return Optional.of(place);
            } else {
                return Optional.empty();
            }
        }
        visitor.admitted(place);
        return Optional.of(place);
    }

    /** The endpoint was content. */
    synchronized void succeeded() {
        limit = Math.min(most, limit + 1 / limit);
    }

    /** The endpoint says that it is too much, to a call that began then. */
    synchronized void tooMuch(long begunAt) {
        if (!dropped || begunAt - droppedAt > 0) {
            dropped = true;
            droppedAt = timer.nanos();
            limit = Math.max(1, limit * DROP);
        }
    }

    /** Sends everybody away who waits. */
    void dismiss(Failure failure) {
        List<Place> all;
        synchronized (this) {
            all = new ArrayList<>(waiting);
            waiting.clear();
        }
        all.forEach(place -> place.visitor.dismissed(failure));
    }

    synchronized int limit() {
        return (int) limit;
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private void begin(Place place) {
        inside++;
        place.begunAt = timer.nanos();
        place.held = true;
    }

    private void leave() {
        List<Place> next = new ArrayList<>();
        synchronized (this) {
            inside--;
            while (inside < (int) limit && !waiting.isEmpty()) {
                Place place = waiting.poll();
                begin(place);
                next.add(place);
            }
        }
        next.forEach(place -> place.visitor.admitted(place));
    }

    /** A call's place, waiting or inside. */
    final class Place implements Gate.Place {
        private final Gate.Visitor visitor;
        private long begunAt;
        private boolean held;

        private Place(Gate.Visitor visitor) {
            this.visitor = visitor;
        }

        /** When it was let through. */
        long begunAt() {
            synchronized (CallQueue.this) {
                return begunAt;
            }
        }

        @Override
        public void leave() {
            boolean wasInside;
            synchronized (CallQueue.this) {
                wasInside = held;
                held = false;
                if (!wasInside) {
                    waiting.remove(this);
                }
            }
            if (wasInside) {
                CallQueue.this.leave();
            }
        }
    }

    @Override
    public synchronized String toString() {
        return inside + " of " + (int) limit + " calls, " + waiting.size() + " waiting";
    }
}
