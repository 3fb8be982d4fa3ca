package dev.alain.core.pipeline;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The only place that starts threads: virtual ones where the platform has them, else a bounded pool of daemons. */
final class WorkerThreads {
    private static final int MOST_PLATFORM_THREADS = 32;

    private WorkerThreads() {}

    static ExecutorService start() {
        return virtual().orElseGet(WorkerThreads::platform);
    }

    private static Optional<ExecutorService> virtual() {
        try {
            MethodHandle factory = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return Optional.of((ExecutorService) factory.invoke());
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads cannot be started", e);
        }
    }

    private static ExecutorService platform() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(MOST_PLATFORM_THREADS, task -> {
            Thread thread = new Thread(task, "alain-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
