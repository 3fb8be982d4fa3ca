package dev.alain.providers.transport;

import dev.alain.net.HttpRequest;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that can be written once: whatever OkHttp has in mind, one request is one request. */
final class OneShotBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final int length;
    private @Nullable HttpRequest unsent;
    private volatile boolean written;

    OneShotBody(HttpRequest request) {
        this.length = request.bodyLength();
        this.unsent = request;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        HttpRequest request = unsent;
        if (request == null) {
            throw new IOException("a request is sent once");
        }
        unsent = null; // a prompt is large, and the answer may take minutes
        request.writeBody(sink.outputStream());
        written = true;
    }

    boolean written() {
        return written;
    }
}
