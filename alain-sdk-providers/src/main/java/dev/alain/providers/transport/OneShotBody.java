package dev.alain.providers.transport;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that can be written once: whatever OkHttp has in mind, one request is one request. */
final class OneShotBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] bytes;
    private boolean begun;
    private volatile boolean written;

    OneShotBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        if (begun) {
            throw new IOException("a request is sent once");
        }
        begun = true;
        sink.write(bytes);
        written = true;
    }

    boolean written() {
        return written;
    }
}
