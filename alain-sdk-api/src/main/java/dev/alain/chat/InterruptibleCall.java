package dev.alain.chat;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A blocking call whose future, when cancelled, interrupts the thread that makes it. */
final class InterruptibleCall implements Runnable {
    private final ChatModel model;
    private final ChatRequest request;
    private final CompletableFuture<ChatReply> future = new CompletableFuture<>();
    private @Nullable Thread worker;

    InterruptibleCall(ChatModel model, ChatRequest request) {
        this.model = model;
        this.request = request;
        var unused = future.whenComplete((reply, failure) -> {
            if (future.isCancelled()) {
                interrupt();
            }
        });
    }

    CompletableFuture<ChatReply> future() {
        return future;
    }

    @Override
    public void run() {
        if (!enter()) {
            return;
        }
        try {
            future.complete(model.chat(request));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        worker = Thread.currentThread();
        return !future.isDone();
    }

    /** After this no interrupt reaches the thread, which may do other work by then. */
    private synchronized void leave() {
        worker = null;
        if (future.isCancelled()) {
            Thread.interrupted();
        }
    }

    private synchronized void interrupt() {
        if (worker != null && worker != Thread.currentThread()) {
            worker.interrupt();
        }
    }
}
