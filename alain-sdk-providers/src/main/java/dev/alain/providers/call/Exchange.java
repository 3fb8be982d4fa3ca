package dev.alain.providers.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.TokenUsage;
import dev.alain.net.HttpCall;
import dev.alain.net.HttpRequest;
import dev.alain.net.HttpStream;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.TransportException;
import dev.alain.providers.dialect.AnswerError;
import dev.alain.providers.dialect.AnswerStream;
import dev.alain.providers.dialect.ReplyDraft;
import dev.alain.providers.failure.Evidence;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureClassifier;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.json.JsonText;
import dev.alain.providers.secret.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One request and its answer, understood. Everything that leaves here went through the redactor. */
final class Exchange {
    private static final int MOST_OF_AN_ERROR = 64 << 10;
    private static final int SHOWN_OF_NO_JSON = 200;
    private static final String[] TELLING_HEADERS = {
        "retry-after", "retry-after-ms", "x-should-retry", "date", "x-request-id", "request-id"
    };

    private final Endpoint endpoint;
    private final String key;
    private final Redactor redactor;

    /** By this key; empty for none. */
    Exchange(Endpoint endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
        this.redactor = endpoint.redactor(key);
    }

    Redactor redactor() {
        return redactor;
    }

    /** A POST of JSON. */
    HttpCall post(String path, ObjectNode body, Map<String, String> headers, HttpTimeouts limits) {
        return call(HttpRequest.post(uri(path), JsonText.bytes(body)), headers, limits);
    }

    /** A GET. */
    HttpCall get(URI uri, HttpTimeouts limits) {
        return call(HttpRequest.get(uri), Map.of(), limits);
    }

    URI uri(String path) {
        return URI.create(endpoint.base() + path);
    }

    /**
     * Reads an answer into the draft, and calls {@code progress} after each piece.
     *
     * @throws AttemptFailed with what is known, the text so far included
     */
    void read(HttpCall call, ReplyDraft draft, boolean streamAsked, Progress progress) throws AttemptFailed {
        try (HttpStream stream = call.open()) {
            endpoint.gate().read(stream);
            check(stream);
            draft.requestId(requestId(stream));
            pieces(stream, draft, streamAsked, progress);
        } catch (IOException e) {
            // An answer that said why it ended is whole; only its cost, or the mark of the end, did not come.
            if (!draft.complete()) {
                throw new AttemptFailed(noResponse(e).withPartial(partial(draft), draft.usage()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttemptFailed(Failure.of(FailureKind.CANCELLED, "cancelled"));
        }
    }

    /** The one JSON value of an answer. */
    JsonNode json(HttpCall call) throws AttemptFailed {
        try (HttpStream stream = call.open()) {
            check(stream);
            String text = new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode value = JsonText.read(text).orElseThrow(() -> new AttemptFailed(notJson(stream.status(), text)));
            if (FailureClassifier.isError(value)) {
                throw new AttemptFailed(of(new AnswerError(value), stream));
            }
            return redactor.clean(value);
        } catch (IOException e) {
            throw new AttemptFailed(noResponse(e));
        }
    }

    /** Asks without caring for the body. */
    void probe(HttpCall call) throws AttemptFailed {
        try (HttpStream stream = call.open()) {
            check(stream);
        } catch (IOException e) {
            throw new AttemptFailed(noResponse(e));
        }
    }

    private HttpCall call(HttpRequest request, Map<String, String> headers, HttpTimeouts limits) {
        HttpRequest complete = request.withLimits(limits, endpoint.maxAnswerBytes());
        Map<String, String> all = endpoint.headers(key);
        all.putAll(headers);
        for (Map.Entry<String, String> header : all.entrySet()) {
            complete = complete.withHeader(header.getKey(), header.getValue());
        }
        return endpoint.transport().call(complete);
    }

    private void pieces(HttpStream stream, ReplyDraft draft, boolean streamAsked, Progress progress)
            throws IOException, InterruptedException, AttemptFailed {
        String type = stream.header("content-type").orElse("");
        AnswerStream pieces =
                new AnswerStream(stream.body(), type, endpoint.dialect().jsonLines(), streamAsked);
        boolean some = false;
        for (Optional<String> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            if (piece.get().strip().equals(AnswerStream.DONE)) {
                draft.ends();
                some = true;
                break;
            }
            some |= !piece.get().isBlank();
            take(piece.get(), draft, stream);
            progress.advanced();
            if (pieces.inPieces() && draft.ended()) {
                break;
            }
        }
        if (!some) {
            throw new AttemptFailed(Failure.of(FailureKind.EMPTY, "the endpoint answered with an empty body"));
        }
        if (pieces.inPieces() && !draft.complete()) {
            throw new AttemptFailed(Failure.of(FailureKind.NETWORK, "the stream stopped before the answer ended")
                    .withPartial(partial(draft), draft.usage()));
        }
    }

    private void take(String piece, ReplyDraft draft, HttpStream stream) throws AttemptFailed {
        if (piece.isBlank()) {
            return;
        }
        JsonNode value = JsonText.read(piece).orElse(null);
        if (value == null) {
            throw new AttemptFailed(notJson(stream.status(), piece));
        }
        try {
            endpoint.dialect().read(value, draft);
        } catch (AnswerError e) {
            throw new AttemptFailed(of(e, stream).withPartial(partial(draft), draft.usage()));
        }
    }

    private Failure of(AnswerError error, HttpStream stream) {
        JsonNode body = error.body();
        if (body == null) {
            return Failure.of(error.kind(), String.valueOf(error.getMessage()));
        }
        int said = body.path("error").path("code").asInt(body.path("code").asInt(0));
        int status = said >= 400 && said < 600 ? said : stream.status();
        return classified(status, stream, redactor.clean(body).toString());
    }

    private void check(HttpStream stream) throws AttemptFailed {
        if (stream.status() < 200 || stream.status() >= 300) {
            String body = new String(start(stream.body()), StandardCharsets.UTF_8);
            String clean = JsonText.read(body)
                    .map(value -> redactor.clean(value).toString())
                    .orElseGet(() -> redactor.cleanMessage(body));
            throw new AttemptFailed(classified(stream.status(), stream, clean));
        }
    }

    private Failure classified(int status, HttpStream stream, String cleanBody) {
        return FailureClassifier.classify(Evidence.response(
                status, telling(stream), cleanBody, endpoint.clock().instant(), local()));
    }

    private String partial(ReplyDraft draft) {
        return redactor.cleanCut(draft.reply().text());
    }

    private String requestId(HttpStream stream) {
        return redactor.cleanMessage(stream.header("x-request-id")
                .or(() -> stream.header("request-id"))
                .orElse(""));
    }

    /** What broke off in the middle of an object was cut; anything else was none to begin with. */
    private Failure notJson(int status, String text) {
        String shown = text.strip();
        boolean cut = JsonText.isCut(shown);
        String message = cut
                ? "the answer was cut: its JSON does not end"
                : "the endpoint answered " + status + " with something that is no JSON";
        return Failure.of(cut ? FailureKind.NETWORK : FailureKind.UNEXPECTED, message)
                .withPartial(shortened(shown), TokenUsage.UNKNOWN);
    }

    /** Whoever made the transport: nothing it says goes out as it is. */
    private Failure noResponse(IOException failure) {
        TransportException.Kind kind =
                failure instanceof TransportException known ? known.kind() : TransportException.Kind.BROKEN;
        Throwable cause = failure instanceof TransportException ? failure.getCause() : failure;
        TransportException clean = new TransportException(
                kind,
                redactor.cleanMessage(String.valueOf(failure.getMessage())),
                cause == null ? null : redactor.clean(cause));
        return FailureClassifier.classify(
                Evidence.noResponse(clean, endpoint.clock().instant(), local()));
    }

    /** The beginning; nothing where escapes could hide what must not be shown. */
    private String shortened(String text) {
        String start = redactor.cleanMessage(text.substring(0, Math.min(MOST_OF_AN_ERROR, text.length())));
        String shown = start.substring(0, Math.min(SHOWN_OF_NO_JSON, start.length()));
        return shown.contains("\\u") ? "" : shown;
    }

    private boolean local() {
        return endpoint.vendor().local();
    }

    private Map<String, String> telling(HttpStream stream) {
        Map<String, String> headers = new HashMap<>();
        for (String name : TELLING_HEADERS) {
            Consumer<String> keep = value -> headers.put(name, redactor.cleanMessage(value));
            stream.header(name).ifPresent(keep);
        }
        return headers;
    }

    /** The status counts more than a body that breaks off. */
    private static byte[] start(InputStream body) {
        try {
            return body.readNBytes(MOST_OF_AN_ERROR);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Hears that the draft has grown. */
    @FunctionalInterface
    interface Progress {
        /** More is there. */
        void advanced() throws InterruptedException;
    }
}
