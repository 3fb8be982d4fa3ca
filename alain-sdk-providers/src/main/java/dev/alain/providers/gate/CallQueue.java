package dev.alain.providers.gate;

import dev.alain.providers.failure.Failure;
import dev.alain.providers.thread.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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

    /** A place for a visitor, not entered yet. */
    Place place(Gate.Visitor visitor) {
        return new Place(visitor);
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
        next.forEach(place -> place.visitor.admitted());
    }

    /** A call's place, waiting or inside. */
    final class Place implements Gate.Place {
        private final Gate.Visitor visitor;
        private boolean held;

        private Place(Gate.Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean enter(boolean again) {
            synchronized (CallQueue.this) {
                if (inside < (int) limit) {
                    begin(this);
                } else if (again || waiting.size() < room) {
                    waiting.add(this);
                    return true;
                } else {
                    return false;
                }
            }
            visitor.admitted();
            return true;
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
