package dev.alain.providers.thread;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All threads of the providers: one for time, and workers that may block.
 *
 * <p>Workers are virtual from Java 24 on, where a virtual thread in a synchronized block no longer holds its carrier;
 * before that they are a pool of daemon threads, which end after five idle seconds. Nothing starts before it is needed.
 */
public final class DaemonThreads implements Timer, Executor, AutoCloseable {
    private static final int FIRST_WITHOUT_PINNING = 24;

    private final ExecutorService workers;
    private final ExecutorService enders;
    private final ScheduledThreadPoolExecutor clock;

    /** Threads whose names begin so. */
    public DaemonThreads(String name) {
        workers = Runtime.version().feature() >= FIRST_WITHOUT_PINNING ? virtual() : pool(name);
        enders = workers instanceof ThreadPoolExecutor ? workers : pool(name + "-end");
        clock = new ScheduledThreadPoolExecutor(1, daemons(name + "-timer"));
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(Duration wait, Runnable work) {
        try {
            Future<?> task = clock.schedule(work, Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
            return () -> task.cancel(false);
        } catch (RejectedExecutionException e) {
            return Alarm.NONE; // closed: whoever waits was told so already
        }
    }

    @Override
    public void execute(Runnable work) {
        workers.execute(work);
    }

    /** Does what must not wait for workers that are busy: virtual ones share as many carriers as there are cores. */
    public void executeSoon(Runnable work) {
        enders.execute(work);
    }

    /** Interrupts the workers and ends all threads. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
        enders.shutdownNow();
    }

    private static ExecutorService pool(String name) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(name));
    }

    /** By its name, since the code is compiled for Java 17. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("this Java has no virtual threads", e);
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
