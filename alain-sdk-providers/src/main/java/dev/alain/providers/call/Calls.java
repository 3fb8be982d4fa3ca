package dev.alain.providers.call;

import dev.alain.chat.ChatDelta;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.thread.DaemonThreads;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls to one endpoint that are under way, however they were made. Thread-safe. */
public final class Calls implements AutoCloseable {
    private final DaemonThreads threads;
    private final Set<ChatCall> running = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> probes = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Calls on these threads. */
    public Calls(DaemonThreads threads) {
        this.threads = threads;
    }

    /** Asks and waits; an interrupt cancels. */
    public ChatReply blocking(Endpoint endpoint, ChatRequest request, Asking asking) {
        ChatCall call = start(endpoint, request, asking, DeltaSink.NONE);
        return await(call.result(), () -> call.cancel("interrupted"), () -> call.cancelled("interrupted"));
    }

    /** Asks without a thread that waits; what follows runs on the executor. Cancelling the future cancels the call. */
    public CompletableFuture<ChatReply> future(
            Endpoint endpoint, ChatRequest request, Asking asking, Executor executor) {
        ChatCall call = start(endpoint, request, asking, DeltaSink.NONE);
        CompletableFuture<ChatReply> future = new CompletableFuture<>();
        var unusedForward = call.result().whenComplete((reply, failure) -> {
            Runnable end = () -> {
                if (failure == null) {
                    future.complete(reply);
                } else {
                    future.completeExceptionally(failure);
                }
            };
            try {
                executor.execute(end);
            } catch (RejectedExecutionException e) {
                end.run();
            }
        });
        // Also when somebody else ended the future, such as a time limit of its own.
        var unusedBack = future.whenComplete((reply, failure) -> call.cancel("the future was ended"));
        return future;
    }

    /** Asks once for each subscriber, who gets the answer while it comes. */
    public Flow.Publisher<ChatDelta> stream(Endpoint endpoint, ChatRequest request, Asking asking) {
        Function<DeltaSink, ChatCall> start = sink -> start(endpoint, request, asking, sink);
        return subscriber -> DeltaStream.subscribe(subscriber, start);
    }

    /** Does other work that blocks, and waits; an interrupt, or closing, cancels it by {@code cancel}. */
    public <T> T other(String place, Supplier<T> work, Runnable cancel) {
        if (closed) {
            throw new IllegalStateException("the chat model is closed");
        }
        probes.add(cancel);
        try {
            return await(
                    CompletableFuture.supplyAsync(work, threads),
                    cancel,
                    () -> new ChatException.Cancelled(place + ": interrupted", ChatException.Details.NONE));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the chat model is closed");
        } finally {
            probes.remove(cancel);
        }
    }

    private static <T> T await(CompletableFuture<T> result, Runnable cancel, Supplier<ChatException> cancelled) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            ChatException interrupted = cancelled.get();
            cancel.run();
            Thread.currentThread().interrupt();
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ChatException known) {
                throw known;
            }
            throw new IllegalStateException("the endpoint could not be asked", e.getCause());
        }
    }

    /** Ends all calls. */
    @Override
    public void close() {
        closed = true;
        running.forEach(call -> call.cancel("the chat model was closed"));
        probes.forEach(Runnable::run);
    }

    private ChatCall start(Endpoint endpoint, ChatRequest request, Asking asking, DeltaSink sink) {
        if (closed) {
            throw new IllegalStateException("the chat model is closed");
        }
        ChatCall call = new ChatCall(endpoint, request, asking, sink, threads, () -> closed);
        running.add(call);
        var unused = call.result().whenComplete((reply, failure) -> running.remove(call));
        call.start();
        if (closed) {
            call.cancel("the chat model was closed");
        }
        return call;
    }
}
