package dev.alain.core.hub;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets one thread do what several want at the same time; the others wait for its result. */
final class SingleFlight<T> {
    private final Map<String, CompletableFuture<Optional<T>>> flights = new ConcurrentHashMap<>();

    /**
     * The result of the work, done here or by another thread that began it earlier.
     *
     * <p>When the other thread gives up because it was interrupted or its own time ran out, a waiting one takes over.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for another
     * @throws TimeoutException if the other one takes longer than the deadline
     */
    T run(String key, Deadline deadline, Supplier<T> work) throws InterruptedException, TimeoutException {
        while (true) {
            CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
            CompletableFuture<Optional<T>> other = flights.putIfAbsent(key, mine);
            if (other == null) {
                return lead(key, deadline, mine, work);
            }
            Optional<T> result = await(other, deadline);
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private T lead(String key, Deadline deadline, CompletableFuture<Optional<T>> mine, Supplier<T> work) {
        try {
            T result = work.get();
            mine.complete(Optional.of(result));
            return result;
        } catch (RuntimeException e) {
            boolean gaveUp = Thread.currentThread().isInterrupted() || deadline.passed();
            if (!gaveUp) {
                mine.completeExceptionally(e);
            }
            throw e;
        } finally {
            flights.remove(key, mine);
            mine.complete(Optional.empty());
        }
    }

    private static <T> Optional<T> await(CompletableFuture<Optional<T>> other, Deadline deadline)
            throws InterruptedException, TimeoutException {
        try {
            return other.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("only runtime exceptions are passed on", e);
        }
    }
}
