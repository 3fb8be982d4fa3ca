package dev.alain.providers.call;

import dev.alain.chat.ChatDelta;
import dev.alain.chat.ChatReply;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives one subscriber an answer while it comes, no faster than it asks: the thread that reads waits until then, and
 * so does the server. Ends with exactly one {@code onComplete} or {@code onError}.
 */
final class DeltaStream implements Flow.Subscription, DeltaSink {
    private final Flow.Subscriber<? super ChatDelta> subscriber;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long demand;
    private boolean over;
    private boolean emitting;
    private @Nullable Throwable failure;
    private @Nullable ChatCall call;
    private @Nullable ChatReply last;

    private DeltaStream(Flow.Subscriber<? super ChatDelta> subscriber) {
        this.subscriber = subscriber;
    }

    /** Asks once for each subscriber. */
    static void subscribe(Flow.Subscriber<? super ChatDelta> subscriber, Function<DeltaSink, ChatCall> start) {
        DeltaStream stream = new DeltaStream(subscriber);
        subscriber.onSubscribe(stream);
        if (stream.isOver()) {
            return;
        }
        ChatCall call;
        try {
            call = start.apply(stream);
        } catch (RuntimeException e) {
            stream.end(e);
            return;
        }
        stream.begun(call);
        var unused = call.result().whenComplete((reply, problem) -> {
            if (problem == null) {
                stream.finish(reply);
            } else {
                stream.end(problem);
            }
        });
    }

    @Override
    public boolean wanted() {
        return true;
    }

    @Override
    public void delta(String text, String reasoning) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (demand == 0 && !over && failure == null) {
                changed.await();
            }
            if (over || failure != null) {
                throw new InterruptedException("nobody listens any more");
            }
            demand--;
            emitting = true;
        } finally {
            lock.unlock();
        }
        try {
            subscriber.onNext(new ChatDelta(text, reasoning, Optional.empty()));
        } catch (RuntimeException e) {
            cancel(); // who throws has left, say the rules of Flow
        } finally {
            emitted();
        }
    }

    /** A failure that came meanwhile had to wait: signals never overlap. */
    private void emitted() {
        Throwable due;
        lock.lock();
        try {
            emitting = false;
            due = over ? null : failure;
            over |= due != null;
        } finally {
            lock.unlock();
        }
        if (due != null) {
            subscriber.onError(due);
        }
    }

    @Override
    public void request(long more) {
        if (more <= 0) {
            end(new IllegalArgumentException("a subscriber must ask for at least one item, not " + more));
            stop();
            return;
        }
        ChatReply due;
        lock.lock();
        try {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            changed.signalAll();
            due = over ? null : last;
        } finally {
            lock.unlock();
        }
        if (due != null) {
            finish(due);
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        stop();
    }

    private void stop() {
        ChatCall running;
        lock.lock();
        try {
            running = call;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.cancel("the subscriber cancelled");
        }
    }

    private void begun(ChatCall started) {
        boolean late;
        lock.lock();
        try {
            call = started;
            late = over || failure != null;
        } finally {
            lock.unlock();
        }
        if (late) {
            started.cancel("the subscriber cancelled");
        }
    }

    /** The whole answer is the last item, and needs to be asked for like the others. */
    private void finish(ChatReply reply) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            last = reply;
            if (demand == 0) {
                return;
            }
            demand--;
            over = true;
        } finally {
            lock.unlock();
        }
        try {
            subscriber.onNext(new ChatDelta("", "", Optional.of(reply)));
        } catch (RuntimeException e) {
            return; // who throws has left
        }
        subscriber.onComplete();
    }

    private void end(Throwable problem) {
        lock.lock();
        try {
            if (over || failure != null) {
                return;
            }
            failure = problem;
            changed.signalAll();
            if (emitting) {
                return;
            }
            over = true;
        } finally {
            lock.unlock();
        }
        subscriber.onError(problem);
    }

    private boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }
}
