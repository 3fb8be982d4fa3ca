package dev.alain.providers.transport;

import dev.alain.net.HttpCall;
import dev.alain.net.HttpRequest;
import dev.alain.net.HttpStream;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.TransportException;
import dev.alain.net.TransportException.Kind;
import dev.alain.providers.secret.Redactor;
import dev.alain.providers.thread.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A call by OkHttp, watched. */
final class OkHttpCall implements HttpCall {
    /** Our own clock ends a call first; OkHttp's is there should ours ever fail. */
    private static final long BACKSTOP_MILLIS = 5_000;

    private static final int MOST_HEADERS = 500;
    private static final long MOST_HEADER_BYTES = 32 << 10;

    private final Call call;
    private final HttpTimeouts limits;
    private final long maxBytes;
    private final OneShotBody body;
    private final Supplier<Redactor> redactor;
    private final Timer timer;
    private final CallTrace trace;
    private final Runnable evictIdle;
    private final Runnable ended;
    private @Nullable Watch watch;
    private boolean cancelled;

    OkHttpCall(
            Call call,
            HttpRequest request,
            OneShotBody body,
            Supplier<Redactor> redactor,
            Timer timer,
            CallTrace trace,
            Runnable evictIdle,
            Consumer<OkHttpCall> ended) {
        this.trace = trace;
        this.evictIdle = evictIdle;
        this.ended = () -> ended.accept(this);
        this.call = call;
        this.limits = request.timeouts();
        this.maxBytes = request.maxResponseBytes();
        this.body = body;
        this.redactor = redactor;
        this.timer = timer;
        long total = limits.total().toMillis();
        call.timeout().timeout(total == 0 ? 0 : total + BACKSTOP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Body open() throws IOException {
        Watch watching = begin();
        try {
            Response response = call.execute();
            watching.headCame();
            checkHead(response);
            return new Body(response, watching);
        } catch (IOException e) {
            watching.end();
            ended.run();
            throw stale(failure(e, watching));
        } catch (RuntimeException | Error e) {
            watching.end();
            ended.run();
            call.cancel();
            throw new TransportException(
                    Kind.PROTOCOL, "the exchange failed", redactor.get().clean(e));
        }
    }

    @Override
    public void cancel() {
        synchronized (this) {
            cancelled = true;
            if (watch != null) {
                watch.cancelled();
            }
        }
        call.cancel();
        ended.run();
    }

    @Override
    public boolean sent() {
        return body.written();
    }

    private synchronized Watch begin() throws TransportException {
        if (cancelled) {
            ended.run();
            throw new TransportException(Kind.CANCELLED, "cancelled before it was sent");
        }
        if (watch != null) {
            throw new IllegalStateException("a call is opened once");
        }
        Watch begun = new Watch(timer, limits, call::cancel);
        watch = begun;
        trace.whenConnected(begun::connected);
        return begun;
    }

    private TransportException failure(IOException failure, Watch watching) {
        return watching.verdict().orElseGet(() -> TransportFailures.of(failure, redactor.get()));
    }

    /** Where one idle connection was closed, the others were too. */
    private TransportException stale(TransportException failure) {
        if (failure.kind() != Kind.BROKEN || !trace.reused()) {
            return failure;
        }
        evictIdle.run();
        return new TransportException(Kind.STALE, "the connection was closed while idle", failure.getCause());
    }

    private static void checkHead(Response response) throws TransportException {
        Headers headers = response.headers();
        if (headers.size() > MOST_HEADERS || headers.byteCount() > MOST_HEADER_BYTES) {
            response.close();
            throw new TransportException(Kind.PROTOCOL, "the head of the answer is too large");
        }
    }

    /** The body, with limits on time and decoded size. */
    final class Body extends InputStream implements HttpStream {
        private final Response response;
        private final Watch watching;
        private final InputStream in;
        private long left;

        Body(Response response, Watch watching) {
            this.response = response;
            this.watching = watching;
            this.in = response.body().byteStream();
            this.left = maxBytes;
        }

        @Override
        public int status() {
            return response.code();
        }

        @Override
        public Optional<String> header(String name) {
            String value = response.header(name);
            return Optional.ofNullable(value == null ? response.header(RetryAfterCover.PREFIX + name) : value);
        }

        Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            response.headers()
                    .toMultimap()
                    .forEach((name, values) ->
                            headers.put(name.replaceFirst("^(?i)x-alain-(?=retry-after)", ""), values));
            return headers;
        }

        @Override
        public InputStream body() {
            return this;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            watching.readBegins();
            try {
                int read = in.read(bytes, from, length);
                if (read > 0) {
                    count(read);
                }
                return read;
            } catch (IOException e) {
                throw failure(e, watching);
            } finally {
                watching.readEnds();
            }
        }

        @Override
        public void close() {
            watching.end();
            ended.run();
            response.close();
        }

        private void count(int read) throws TransportException {
            left -= read;
            if (left < 0) {
                call.cancel();
                throw new TransportException(Kind.TOO_LARGE, "the answer is larger than " + maxBytes + " bytes");
            }
        }
    }
}
