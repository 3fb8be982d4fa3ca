package dev.alain.providers.call;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.ResponseFormat;
import dev.alain.net.HttpCall;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.dialect.LeadingThought;
import dev.alain.providers.dialect.ReplyDraft;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.gate.Gate;
import dev.alain.providers.observe.CallInfo;
import dev.alain.providers.secret.RedactedStream;
import dev.alain.providers.secret.Redactor;
import dev.alain.providers.thread.DaemonThreads;
import dev.alain.providers.thread.Timer.Alarm;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One question from request to reply: waits for its turn, asks, asks in another way, asks again, within one deadline.
 *
 * <p>Holds a thread only while an attempt is under way. Ends exactly once, and whatever is still running then is
 * cancelled.
 */
public final class ChatCall implements Gate.Visitor {
    /** Ways of asking are few; a server that refuses them all shall not be asked for ever. */
    private static final int MOST_OTHER_WAYS = 5;

    private static final Duration LOADING_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOADING_GRACE = Duration.ofSeconds(60);

    private final Endpoint endpoint;
    private final ChatRequest request;
    private final DeltaSink sink;
    private final DaemonThreads threads;
    private final Notices notices;
    private final CompletableFuture<ChatReply> result = new CompletableFuture<>();
    private final Gate.Retries retries;
    private final String id;
    private final long startedAt;
    private final long deadlineAt;

    private volatile Asking asking;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger otherWays = new AtomicInteger();
    private volatile boolean delivered;
    private volatile boolean thinkingTurned;
    private volatile Alarm alarm = Alarm.NONE;
    private volatile Alarm deadline = Alarm.NONE;
    private volatile Gate.@Nullable Place place;
    private volatile @Nullable HttpCall current;
    private volatile @Nullable Failure lastFailure;

    ChatCall(Endpoint endpoint, ChatRequest request, Asking asking, DeltaSink sink, DaemonThreads threads) {
        this.endpoint = endpoint;
        this.request = request;
        this.asking = asking;
        this.sink = sink;
        this.threads = threads;
        this.retries = endpoint.gate().retries();
        this.id = endpoint.callIds().get();
        this.startedAt = threads.nanos();
        this.deadlineAt = startedAt + allowed().toNanos();
        this.notices = new Notices(
                endpoint.listener(),
                new CallInfo(
                        endpoint.vendor().name(),
                        asking.model(),
                        String.valueOf(endpoint.base().getHost()),
                        endpoint.port(),
                        request));
    }

    /** Begins; never blocks. */
    void start() {
        notices.request();
        if (left().isZero()) {
            fail(deadlinePassed());
            return;
        }
        deadline = threads.after(left(), () -> fail(deadlinePassed()));
        queue();
    }

    /** How it ends; never cancelled or completed from outside. */
    public CompletableFuture<ChatReply> result() {
        return result;
    }

    /** Ends it, whatever it does. */
    public void cancel(String why) {
        fail(Failure.of(FailureKind.CANCELLED, why));
    }

    @Override
    public void admitted(Gate.Place held) {
        place = held;
        run(this::begin);
    }

    @Override
    public void dismissed(Failure failure) {
        fail(failure.withMessage(failure.message() + " (asked by another call with the same key)"));
    }

    private void queue() {
        if (result.isDone()) {
            return;
        }
        Optional<Gate.Place> waiting = endpoint.gate().enter(this);
        if (waiting.isEmpty()) {
            end(new ChatException.QueueFull(
                    endpoint.place() + ": " + endpoint.gate().policy().queue() + " calls wait already",
                    ChatException.Details.NONE.withAttempts(attempts.get())));
            return;
        }
        place = waiting.get();
        if (result.isDone()) {
            waiting.get().leave();
        }
    }

    /** Has a place; waits out what the endpoint said of its limits. */
    private void begin() {
        Duration pause = endpoint.gate().pause();
        if (result.isDone()) {
            leave();
        } else if (!pause.isZero() && pause.compareTo(left()) >= 0) {
            fail(Failure.of(
                    FailureKind.RATE_LIMITED, "the endpoint takes no more calls for " + pause.toSeconds() + " s"));
        } else if (!pause.isZero()) {
            later(pause, () -> run(this::begin));
        } else if (endpoint.gate().breakerPermits()) {
            attempt();
        } else {
            circuitOpen();
        }
    }

    private void circuitOpen() {
        Failure last = lastFailure;
        if (last != null) {
            fail(last);
        } else {
            end(new ChatException.CircuitOpen(
                    endpoint.place() + ": the last calls failed, so none is made for up to "
                            + endpoint.gate().policy().breakerPause().toSeconds() + " s",
                    ChatException.Details.NONE));
        }
    }

    private void attempt() {
        long begunAt = threads.nanos();
        Asking asked = asking;
        try {
            Exchange exchange = new Exchange(endpoint, key());
            Asking prepared = new Preparation(endpoint, exchange, request).of(asked, left(), this::hold);
            ChatReply reply = ask(exchange, prepared);
            endpoint.gate().succeeded(since(begunAt));
            leave();
            retries.succeeded();
            learn(prepared, reply);
            succeed(reply);
        } catch (AttemptFailed e) {
            endpoint.gate().failed(e, begunAt, since(begunAt));
            leave();
            failed(e, asked);
        } catch (RuntimeException | Error e) {
            endpoint.gate().abandoned();
            leave();
            fail(Failure.of(
                    FailureKind.UNEXPECTED,
                    "the answer could not be read, " + e.getClass().getName()));
        }
    }

    private void learn(Asking prepared, ChatReply reply) {
        if (otherWays.get() > 0) {
            endpoint.learned().accepted(prepared.lesson());
        }
        endpoint.learned().judge(request, prepared, reply);
    }

    private ChatReply ask(Exchange exchange, Asking prepared) throws AttemptFailed {
        ReplyDraft draft = new ReplyDraft(endpoint.dialect().answersByTool(request, prepared));
        Deltas deltas = new Deltas(draft, exchange.redactor());
        Alarm firstToken = Alarm.NONE;
        HttpCall call = exchange.post(
                endpoint.dialect().chatPath(),
                endpoint.dialect().question(request, prepared),
                Map.of("Idempotency-Key", id),
                TimeLimits.attempt(endpoint.timeouts(), prepared.stream(), left()));
        hold(call);
        attempts.incrementAndGet();
        Duration patience = endpoint.timeouts().firstByte();
        if (prepared.stream() && !patience.isZero()) {
            firstToken = threads.after(patience, deltas::tooLate);
        }
        try {
            exchange.read(call, draft, prepared.stream(), deltas);
        } catch (AttemptFailed e) {
            throw deltas.late ? new AttemptFailed(noFirstToken(patience)) : e;
        } finally {
            firstToken.cancel();
        }
        return checked(exchange.redactor(), draft, prepared, deltas);
    }

    private ChatReply checked(Redactor redactor, ReplyDraft draft, Asking prepared, Deltas deltas)
            throws AttemptFailed {
        ChatReply reply = new CleanReply(redactor).of(draft.reply());
        if (!(request.responseFormat() instanceof ResponseFormat.Text)) {
            reply = endpoint.dialect().finished(LeadingThought.apart(reply), request, prepared);
        }
        if (!thinkingTurned && ReplyCheck.thoughtOnly(draft, reply) && canTurnThinking(prepared)) {
            thinkingTurned = true;
            asking = prepared.withThinking(Optional.of(!prepared.thinking().orElse(true)));
            throw new AttemptFailed(Failure.of(FailureKind.EMPTY, "the answer holds reasoning and no text")
                    .withPartial("", reply.usage()));
        }
        Optional<Failure> failure = ReplyCheck.failure(draft, reply, request, prepared);
        if (failure.isPresent()) {
            deltas.flush();
            throw new AttemptFailed(failure.get());
        }
        deltas.flush();
        return reply.withOrigin(reply.model(), reply.requestId(), attempts.get());
    }

    private boolean canTurnThinking(Asking prepared) {
        return !delivered && !prepared.vendor().thinking().isEmpty();
    }

    private void failed(AttemptFailed failed, Asking asked) {
        if (result.isDone()) {
            return;
        }
        Failure failure = failed.failure();
        lastFailure = failure;
        if (delivered) {
            fail(failure);
            return;
        }
        Optional<Asking> otherwise =
                otherWays.get() < MOST_OTHER_WAYS ? endpoint.dialect().otherwise(failure, asked) : Optional.empty();
        if (otherwise.isPresent()) {
            otherWays.incrementAndGet();
            asking = otherwise.get();
            queue();
        } else if (!asking.thinking().equals(asked.thinking())) {
            queue(); // it thought and said nothing
        } else if (starting(failure)) {
            later(LOADING_PAUSE, this::queue);
        } else {
            again(failed);
        }
    }

    private void again(AttemptFailed failed) {
        Failure failure = failed.failure();
        Optional<Duration> wait = retries.next(failed, left());
        if (wait.isEmpty()) {
            fail(failure);
            return;
        }
        HttpCall call = current;
        boolean mayBePaid = call != null && call.sent() && failure.status() == 0;
        notices.retry(attempts.get(), exception(failure), mayBePaid, wait.get());
        later(wait.get(), this::queue);
    }

    /** A server that is starting is asked again beside the attempts. */
    private boolean starting(Failure failure) {
        boolean loading = failure.kind() == FailureKind.LOADING;
        boolean absent = failure.code().equals("refused") && endpoint.vendor().local();
        Optional<Duration> set = endpoint.gate().policy().startupGrace();
        Duration grace = loading ? set.orElse(LOADING_GRACE) : absent ? set.orElse(Duration.ZERO) : Duration.ZERO;
        return since(startedAt).plus(LOADING_PAUSE).compareTo(grace) < 0 && left().compareTo(LOADING_PAUSE) > 0;
    }

    private void succeed(ChatReply reply) {
        if (result.complete(reply)) {
            finish();
            notices.reply(reply, since(startedAt), endpoint.gate().breakerState());
        }
    }

    private void fail(Failure failure) {
        if (failure.kind() == FailureKind.MODEL_NOT_FOUND && !result.isDone()) {
            run(() -> end(exception(new KnownModels(endpoint).named(failure, asking.model(), left()))));
        } else {
            end(exception(failure));
        }
    }

    private void end(ChatException failure) {
        if (result.completeExceptionally(failure)) {
            finish();
            notices.failure(failure, since(startedAt), endpoint.gate().breakerState());
        }
    }

    private void finish() {
        deadline.cancel();
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
        alarm = threads.after(wait, work);
        if (result.isDone()) {
            alarm.cancel();
        }
    }

    private void hold(HttpCall call) {
        current = call;
        if (result.isDone()) {
            call.cancel();
        }
    }

    private void run(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            end(exception(Failure.of(FailureKind.CANCELLED, "the chat model was closed")));
        }
    }

    private String key() throws AttemptFailed {
        try {
            return endpoint.revealed();
        } catch (IllegalArgumentException e) {
            throw new AttemptFailed(Failure.of(FailureKind.AUTHENTICATION, String.valueOf(e.getMessage())));
        }
    }

    private Duration allowed() {
        Duration total = TimeLimits.total(endpoint.timeouts(), asking);
        return request.deadline()
                .map(until -> Duration.between(endpoint.clock().instant(), until))
                .filter(wanted -> wanted.compareTo(total) < 0)
                .orElse(total);
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineAt - threads.nanos()));
    }

    private Duration since(long then) {
        return Duration.ofNanos(threads.nanos() - then);
    }

    private ChatException exception(Failure failure) {
        return ChatFailures.exception(failure, endpoint.place(), attempts.get());
    }

    private Failure deadlinePassed() {
        String after = lastFailure == null ? "" : "; before that, " + lastFailure.message();
        return timeout(
                "deadline", "no answer by the deadline, " + since(startedAt).toMillis() + " ms" + after);
    }

    /** A local server may still be working on it. */
    private Failure noFirstToken(Duration patience) {
        return timeout("first_byte_timeout", "nothing of the answer came within " + patience.toMillis() + " ms")
                .withRetryable(!endpoint.vendor().local());
    }

    private static Failure timeout(String code, String message) {
        return Failure.of(FailureKind.TIMEOUT, message).withCode(code);
    }

    /** Passes an answer on while it comes. */
    private final class Deltas implements Exchange.Progress {
        private final ReplyDraft draft;
        private final RedactedStream text;
        private final RedactedStream reasoning;
        private volatile boolean begun;
        private volatile boolean late;

        Deltas(ReplyDraft draft, Redactor redactor) {
            this.draft = draft;
            this.text = new RedactedStream(redactor);
            this.reasoning = new RedactedStream(redactor);
        }

        @Override
        public void advanced() throws InterruptedException {
            String moreText = draft.newText();
            String moreReasoning = draft.newReasoning();
            if (!begun && (!moreText.isEmpty() || !moreReasoning.isEmpty())) {
                begun = true;
                notices.firstToken(since(startedAt));
            }
            if (sink.wanted()) {
                pass(text.push(moreText), reasoning.push(moreReasoning));
            }
        }

        void flush() {
            if (sink.wanted()) {
                try {
                    pass(text.end(), reasoning.end());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void tooLate() {
            HttpCall call = current;
            if (!begun && call != null) {
                late = true;
                call.cancel();
            }
        }

        private void pass(String moreText, String moreReasoning) throws InterruptedException {
            if (!moreText.isEmpty() || !moreReasoning.isEmpty()) {
                delivered = true;
                sink.delta(moreText, moreReasoning);
            }
        }
    }
}
