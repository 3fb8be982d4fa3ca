package dev.alain.providers.call;

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
import dev.alain.providers.secret.RedactedStream;
import dev.alain.providers.secret.Redactor;
import dev.alain.providers.thread.Timer;
import dev.alain.providers.thread.Timer.Alarm;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One sending of a question and the reading of its answer. Blocks; ended from other threads through its HTTP call. */
final class Attempt {
    /** After the reason of its end an answer owes us its cost only. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

    private final Endpoint endpoint;
    private final ChatRequest request;
    private final DeltaSink sink;
    private final Timer timer;
    private final Consumer<HttpCall> calls;
    private final Consumer<HttpCall> questions;
    private final Runnable firstToken;
    private Asking asked;
    private volatile boolean delivered;

    /** {@code questions} hears of the call that carries the question, {@code calls} of those before it. */
    Attempt(
            Endpoint endpoint,
            ChatRequest request,
            Asking asking,
            DeltaSink sink,
            Timer timer,
            Consumer<HttpCall> calls,
            Consumer<HttpCall> questions,
            Runnable firstToken) {
        this.endpoint = endpoint;
        this.request = request;
        this.asked = asking;
        this.sink = sink;
        this.timer = timer;
        this.calls = calls;
        this.questions = questions;
        this.firstToken = firstToken;
    }

    /** Asks, with so much time left. */
    ChatReply ask(String callId, Duration left) throws AttemptFailed {
        Exchange exchange = new Exchange(endpoint, key());
        asked = new Preparation(endpoint, exchange, request).of(asked, left, calls);
        ReplyDraft draft = new ReplyDraft(endpoint.dialect().answersByTool(request, asked));
        HttpCall call = exchange.post(
                endpoint.dialect().chatPath(),
                endpoint.dialect().question(request, asked),
                Map.of("Idempotency-Key", callId),
                TimeLimits.attempt(endpoint.timeouts(), asked.stream(), left));
        questions.accept(call);
        Deltas deltas = new Deltas(draft, exchange.redactor(), call);
        try {
            exchange.read(call, draft, asked.stream(), deltas);
        } catch (AttemptFailed e) {
            throw deltas.late ? new AttemptFailed(noFirstToken()) : e;
        } finally {
            deltas.stop();
        }
        return checked(exchange.redactor(), draft, deltas);
    }

    /** How it was asked in the end. */
    Asking asked() {
        return asked;
    }

    /** Whether pieces of the answer went to the caller. */
    boolean delivered() {
        return delivered;
    }

    private ChatReply checked(Redactor redactor, ReplyDraft draft, Deltas deltas) throws AttemptFailed {
        ChatReply reply = new CleanReply(redactor).of(draft.reply());
        if (!(request.responseFormat() instanceof ResponseFormat.Text)) {
            reply = endpoint.dialect().finished(LeadingThought.apart(reply), request, asked);
        }
        deltas.flush();
        Optional<Failure> failure = ReplyCheck.failure(draft, reply, request, asked);
        if (failure.isPresent()) {
            throw new AttemptFailed(failure.get());
        }
        return reply;
    }

    private String key() throws AttemptFailed {
        try {
            return endpoint.revealed();
        } catch (IllegalArgumentException e) {
            throw new AttemptFailed(Failure.of(FailureKind.AUTHENTICATION, String.valueOf(e.getMessage())));
        }
    }

    /** A local server may still be working on it. */
    private Failure noFirstToken() {
        return Failure.of(
                        FailureKind.TIMEOUT,
                        "nothing of the answer came within "
                                + endpoint.timeouts().firstByte().toMillis() + " ms")
                .withCode("first_byte_timeout")
                .withRetryable(!endpoint.vendor().local());
    }

    /** Passes an answer on while it comes, and watches that it begins and ends. */
    private final class Deltas implements Exchange.Progress {
        private final ReplyDraft draft;
        private final RedactedStream text;
        private final RedactedStream reasoning;
        private final HttpCall call;
        private final Alarm first;
        private @Nullable Alarm end;
        private volatile boolean begun;
        private volatile boolean late;

        Deltas(ReplyDraft draft, Redactor redactor, HttpCall call) {
            this.draft = draft;
            this.text = new RedactedStream(redactor);
            this.reasoning = new RedactedStream(redactor);
            this.call = call;
            Duration patience = endpoint.timeouts().firstByte();
            this.first = asked.stream() && !patience.isZero() ? timer.after(patience, this::tooLate) : Alarm.NONE;
        }

        @Override
        public void advanced() throws InterruptedException {
            String moreText = draft.newText();
            String moreReasoning = draft.newReasoning();
            if (!begun && (!moreText.isEmpty() || !moreReasoning.isEmpty())) {
                begun = true;
                firstToken.run();
            }
            if (sink.wanted()) {
                pass(text.push(moreText), reasoning.push(moreReasoning));
            }
            if (end == null && draft.complete() && !draft.ended()) {
                end = timer.after(AFTER_THE_END, call::cancel);
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

        void stop() {
            first.cancel();
            if (end != null) {
                end.cancel();
            }
        }

        private void tooLate() {
            if (!begun) {
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
