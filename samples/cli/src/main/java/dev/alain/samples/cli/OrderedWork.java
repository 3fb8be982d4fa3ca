package dev.alain.samples.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several threads, whose results come in the order of the items and of which few wait at a time. */
final class OrderedWork {
    private final int threads;

    OrderedWork(int threads) {
        this.threads = threads;
    }

    /** Work on one item. */
    interface Work<T, R> {
        R on(T item) throws Exception;
    }

    /** What becomes of a result. */
    interface Sink<R> {
        void take(R result) throws Exception;
    }

    /** Hands every result over on the calling thread; whatever work or sink throw ends it all. */
    <T, R> void run(List<T> items, Work<T, R> work, Sink<R> sink) throws Exception {
        if (threads == 1 || items.size() <= 1) {
            for (T item : items) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                sink.take(work.on(item));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, items.size()), OrderedWork::daemon);
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            Iterator<T> rest = items.iterator();
            while (rest.hasNext() || !running.isEmpty()) {
                while (rest.hasNext() && running.size() < 2 * threads) {
                    T item = rest.next();
                    Callable<R> task = () -> work.on(item);
                    running.add(pool.submit(task));
                }
                sink.take(result(running.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> running) throws Exception {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception problem) {
                throw problem;
            }
            throw e;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "alain-check");
        thread.setDaemon(true);
        return thread;
    }
}
