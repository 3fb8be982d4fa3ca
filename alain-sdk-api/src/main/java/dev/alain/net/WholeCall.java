package dev.alain.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call by a transport that knows whole responses only. */
final class WholeCall implements HttpCall {
    private final HttpTransport transport;
    private final HttpRequest request;
    private @Nullable Thread sender;
    private boolean cancelled;

    WholeCall(HttpTransport transport, HttpRequest request) {
        this.transport = transport;
        this.request = request;
    }

    @Override
    public HttpStream open() throws IOException {
        enter();
        try {
            return new WholeStream(transport.send(request));
        } finally {
            leave();
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (sender != null) {
            sender.interrupt();
        }
    }

    private synchronized void enter() throws TransportException {
        if (cancelled) {
            throw new TransportException(TransportException.Kind.CANCELLED, "cancelled before it was sent");
        }
        sender = Thread.currentThread();
    }

    /** After this no interrupt reaches the thread, which may do other work by then. */
    private synchronized void leave() {
        sender = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }

    private record WholeStream(HttpResponse response, InputStream body) implements HttpStream {
        private WholeStream(HttpResponse response) {
            this(response, new ByteArrayInputStream(response.body()));
        }

        @Override
        public int status() {
            return response.status();
        }

        @Override
        public Optional<String> header(String name) {
            return response.header(name);
        }

        @Override
        public void close() {}
    }
}
