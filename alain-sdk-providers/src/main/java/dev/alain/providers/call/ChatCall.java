package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.net.HttpCall;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.gate.Gate;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.thread.DaemonThreads;
import dev.alain.providers.thread.Timer.Alarm;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One question from request to reply: waits for its turn, asks, asks in another way, asks again, within its deadlines.
 *
 * <p>Holds a thread only while an attempt is under way. Ends exactly once, and whatever is still running then is
 * cancelled. The thread that keeps the time only hands work over: user code runs on workers.
 */
public final class ChatCall implements Gate.Visitor {
    private static final Duration STARTUP_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOADING_GRACE = Duration.ofSeconds(60);

    private final Endpoint endpoint;
    private final ChatRequest request;
    private final DeltaSink sink;
    private final DaemonThreads threads;
    private final BooleanSupplier closing;
    private final Notices notices;
    private final OtherWays otherWays;
    private final Gate.Retries retries;
    private final CompletableFuture<ChatReply> result = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Deadlines deadlines;
    private final boolean cameToOpenBreaker;

    private volatile Asking asking;
    private volatile String id;
    private volatile Alarm alarm = Alarm.NONE;
    private volatile Gate.@Nullable Place place;
    private volatile @Nullable HttpCall current;
    private volatile @Nullable Failure lastFailure;
    private volatile @Nullable Long startingSince;
    private volatile boolean timedOut;

    ChatCall(
            Endpoint endpoint,
            ChatRequest request,
            Asking asking,
            DeltaSink sink,
            DaemonThreads threads,
            BooleanSupplier closing) {
        this.endpoint = endpoint;
        this.request = request;
        this.asking = asking;
        this.sink = sink;
        this.threads = threads;
        this.closing = closing;
        this.otherWays = new OtherWays(endpoint, request, asking);
        this.retries = endpoint.gate().retries();
        this.id = endpoint.callIds().get();
        this.cameToOpenBreaker = endpoint.gate().breakerState().equals("open");
        this.deadlines = new Deadlines(
                threads,
                request.deadline()
                        .map(until -> Duration.between(endpoint.clock().instant(), until)));
        String host = String.valueOf(endpoint.base().getHost());
        this.notices = new Notices(
                endpoint.listeners(),
                new CallInfo(endpoint.vendor().name(), asking.model(), host, endpoint.port(), request));
    }

    /** Begins; never blocks. */
    void start() {
        notices.request();
        if (deadlines.start(() -> fail(deadlinePassed("deadline")))) {
            queue(false);
        } else {
            fail(deadlinePassed("deadline"));
        }
    }

    /** How it ends; never cancelled or completed from outside. */
    public CompletableFuture<ChatReply> result() {
        return result;
    }

    /** Ends it, whatever it does, unless it has ended. */
    public void cancel(String why) {
        if (!over.get()) {
            end(cancelled(why));
        }
    }

    /** What a call that was cancelled now would say. */
    ChatException cancelled(String why) {
        return exception(Failure.of(FailureKind.CANCELLED, why));
    }

    @Override
    public void admitted() {
        run(this::begin);
    }

    @Override
    public void dismissed(Failure failure) {
        fail(failure.withMessage(failure.message() + " (asked by another call with the same key)"));
    }

    private void queue(boolean again) {
        if (over.get()) {
            return;
        }
        Gate.Place next = endpoint.gate().place(this);
        place = next; // before entering: from then on other threads give it back
        if (!next.enter(again)) {
            end(new ChatException.QueueFull(
                    endpoint.place() + ": " + endpoint.gate().policy().queue() + " calls wait already",
                    ChatException.Details.NONE));
        } else if (over.get()) {
            next.leave();
        }
    }

    /** Has a place; waits out what the endpoint said of its limits. */
    private void begin() {
        if (over.get() || closing.getAsBoolean()) {
            cancel("the chat model was closed");
            leave();
            return;
        }
        deadlines.admitted(
                TimeLimits.overall(endpoint.timeouts(), asking, endpoint.gate().policy()), this::tooLong);
        Duration pause = endpoint.gate().pause();
        boolean tooLong = pause.compareTo(deadlines.left()) >= 0
                || pause.compareTo(endpoint.gate().policy().longestWait()) > 0;
        if (!pause.isZero() && tooLong) {
            fail(Failure.of(
                            FailureKind.RATE_LIMITED,
                            "the endpoint takes no more calls for " + (pause.toSeconds() + 1) + " s")
                    .withWaitHint(pause));
        } else if (!pause.isZero()) {
            later(pause, this::begin);
        } else if (endpoint.gate().breakerPermits()) {
            attempt();
        } else {
            circuitOpen();
        }
    }

    private void tooLong() {
        timedOut = true;
        fail(deadlinePassed("total_timeout"));
    }

    private void circuitOpen() {
        Failure last = lastFailure;
        Duration pause = endpoint.gate().policy().breakerPause();
        Duration look = pause.compareTo(STARTUP_PAUSE) < 0 ? pause : STARTUP_PAUSE;
        Optional<Failure> refused = endpoint.gate().refusal();
        if (last != null) {
            fail(last);
        } else if (refused.isPresent() && !cameToOpenBreaker) {
            dismissed(refused.get());
        } else if (!cameToOpenBreaker && look.compareTo(deadlines.left()) < 0) {
            later(look, this::begin); // it was waiting before things went wrong, and has time
        } else {
            end(new ChatException.CircuitOpen(
                    endpoint.place() + ": the last calls failed, so none is made for up to " + pause.toSeconds() + " s",
                    ChatException.Details.NONE));
        }
    }

    private void attempt() {
        long begunAt = threads.nanos();
        Attempt attempt =
                new Attempt(endpoint, request, asking, sink, threads, this::hold, this::sends, this::firstToken);
        Duration mostLeft = TimeLimits.total(endpoint.timeouts(), asking);
        ChatReply reply;
        try {
            reply = attempt.ask(id, mostLeft.compareTo(deadlines.ownLeft()) < 0 ? mostLeft : deadlines.ownLeft());
        } catch (AttemptFailed e) {
            report(e, begunAt);
            failed(e, attempt);
            return;
        } catch (RuntimeException | Error e) {
            endpoint.gate().abandoned();
            throw e;
        }
        endpoint.gate().succeeded(since(begunAt));
        leave();
        retries.succeeded();
        otherWays.worked(attempt.asked());
        endpoint.learned().judge(request, attempt.asked(), endpoint.dialect(), reply);
        succeed(reply.withOrigin(reply.model(), reply.requestId(), attempts.get()));
    }

    /** Tells the gate; a call that we ended because it took too long speaks against the endpoint. */
    private void report(AttemptFailed failed, long begunAt) {
        boolean silent = timedOut && failed.failure().kind() == FailureKind.CANCELLED;
        if (starting(failed.failure()).isPresent()) {
            endpoint.gate().abandoned();
        } else {
            AttemptFailed told = silent ? new AttemptFailed(deadlinePassed("total_timeout")) : failed;
            endpoint.gate().failed(told, begunAt, since(begunAt));
        }
    }

    private void failed(AttemptFailed failed, Attempt attempt) {
        Failure failure = failed.failure();
        if (over.get()) {
            leave();
            return;
        }
        lastFailure = failure;
        Optional<Asking> otherwise = attempt.delivered() ? Optional.empty() : otherWays.after(failure, attempt.asked());
        if (otherwise.isPresent()) {
            asking = otherwise.get();
            id = endpoint.callIds().get(); // another body is another question
            begin();
            return;
        }
        leave();
        Optional<Duration> grace = starting(failure);
        if (attempt.delivered()) {
            fail(failure);
        } else if (grace.isPresent()) {
            startingSince = startingSince == null ? Long.valueOf(threads.nanos()) : startingSince;
            later(grace.get(), () -> queue(true));
        } else {
            again(failed);
        }
    }

    private void again(AttemptFailed failed) {
        Failure failure = failed.failure();
        Optional<Duration> wait = retries.next(failed, deadlines.left());
        if (wait.isEmpty()) {
            fail(failure);
            return;
        }
        if (failure.kind() == FailureKind.EMPTY) {
            id = endpoint.callIds().get(); // the same key would bring the same nothing
        }
        HttpCall call = current;
        boolean mayBePaid = call != null && call.sent() && failure.status() == 0;
        notices.retry(attempts.get(), exception(failure), mayBePaid, wait.get());
        later(wait.get(), () -> queue(true));
    }

    /** How long to wait for a server that is starting; it is asked again beside the attempts. */
    private Optional<Duration> starting(Failure failure) {
        boolean loading = failure.kind() == FailureKind.LOADING;
        boolean absent = failure.code().equals("refused") && endpoint.vendor().local();
        Optional<Duration> set = endpoint.gate().policy().startupGrace();
        Duration grace = loading ? set.orElse(LOADING_GRACE) : absent ? set.orElse(Duration.ZERO) : Duration.ZERO;
        Long since = startingSince;
        Duration waited = since == null ? Duration.ZERO : since(since);
        boolean time = waited.plus(STARTUP_PAUSE).compareTo(grace) < 0
                && deadlines.left().compareTo(STARTUP_PAUSE) > 0;
        return time ? Optional.of(STARTUP_PAUSE) : Optional.empty();
    }

    private void succeed(ChatReply reply) {
        if (over.compareAndSet(false, true)) {
            finish();
            notices.reply(reply, deadlines.sinceStart(), endpoint.gate().breakerState());
            result.complete(reply);
        }
    }

    private void fail(Failure failure) {
        if (failure.kind() == FailureKind.MODEL_NOT_FOUND && !over.get()) {
            run(() -> end(exception(new KnownModels(endpoint).named(failure, asking.model(), deadlines.left()))));
        } else {
            end(exception(failure));
        }
    }

    private void end(ChatException failure) {
        if (over.compareAndSet(false, true)) {
            finish();
            Runnable tell = () -> {
                notices.failure(failure, deadlines.sinceStart(), endpoint.gate().breakerState());
                result.completeExceptionally(failure);
            };
            try {
                threads.executeSoon(tell);
            } catch (RejectedExecutionException e) {
                tell.run();
            }
        }
    }

    private void finish() {
        deadlines.cancel();
        alarm.cancel();
        HttpCall call = current;
        if (call != null) {
            call.cancel();
        }
        leave();
    }

    private void leave() {
        Gate.Place held = place;
        if (held != null) {
            held.leave();
        }
    }

    private void later(Duration wait, Runnable work) {
        alarm = threads.after(wait, () -> run(work));
        if (over.get()) {
            alarm.cancel();
        }
    }

    /** A question is about to be sent. */
    private void sends(HttpCall call) {
        attempts.incrementAndGet();
        hold(call);
    }

    private void hold(HttpCall call) {
        current = call;
        if (over.get()) {
            call.cancel();
        }
    }

    private void firstToken() {
        notices.firstToken(deadlines.sinceStart());
    }

    /** Whatever goes wrong in a worker, the call ends: somebody waits for it. */
    private void run(Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    leave();
                    fail(Failure.of(
                            FailureKind.UNEXPECTED,
                            "the answer could not be read, " + e.getClass().getName()));
                }
            });
        } catch (RejectedExecutionException e) {
            fail(Failure.of(FailureKind.CANCELLED, "the chat model was closed"));
        }
    }

    private Duration since(long then) {
        return Duration.ofNanos(threads.nanos() - then);
    }

    private ChatException exception(Failure failure) {
        return ChatFailures.exception(failure, endpoint.place(), attempts.get());
    }

    private Failure deadlinePassed(String code) {
        Failure last = lastFailure;
        String after = last == null ? "" : "; before that, " + last.message();
        return Failure.of(
                        FailureKind.TIMEOUT,
                        "no answer within " + deadlines.sinceStart().toMillis() + " ms" + after)
                .withCode(code);
    }
}
