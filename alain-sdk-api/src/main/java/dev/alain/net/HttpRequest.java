package dev.alain.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A request as data. Immutable; {@code toString} shows neither headers nor query. */
public final class HttpRequest {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;
    private final HttpTimeouts timeouts;
    private final long maxResponseBytes;

    private HttpRequest(
            String method,
            URI uri,
            Map<String, String> headers,
            byte[] body,
            HttpTimeouts timeouts,
            long maxResponseBytes) {
        this.method = method;
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
        this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
        this.maxResponseBytes = maxResponseBytes;
    }

    /** A GET without headers, 10 seconds, 8 MiB. */
    public static HttpRequest get(URI uri) {
        return new HttpRequest("GET", uri, Map.of(), new byte[0], HttpTimeouts.total(Duration.ofSeconds(10)), 8 << 20);
    }

    /** A POST of a body, 60 seconds, 8 MiB. */
    public static HttpRequest post(URI uri, byte[] body) {
        return new HttpRequest(
                "POST", uri, Map.of(), body.clone(), HttpTimeouts.total(Duration.ofSeconds(60)), 8 << 20);
    }

    /**
     * The same request with one more header.
     *
     * @throws IllegalArgumentException if a header cannot carry the value, which is not shown
     */
    public HttpRequest withHeader(String name, String value) {
        if (value.chars().anyMatch(letter -> letter < ' ' && letter != '\t' || letter > '~')) {
            throw new IllegalArgumentException("header " + name + " holds a line break or a letter outside ASCII");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpRequest(method, uri, more, body, timeouts, maxResponseBytes);
    }

    /** The same request with other limits: time over the whole exchange, bytes of the decoded response. */
    public HttpRequest withLimits(Duration time, long responseBytes) {
        return withLimits(timeouts.withTotal(time), responseBytes);
    }

    /** The same request with other limits: times, bytes of the decoded response. */
    public HttpRequest withLimits(HttpTimeouts times, long responseBytes) {
        return new HttpRequest(method, uri, headers, body, times, responseBytes);
    }

    /** {@code GET} or {@code POST}. */
    public String method() {
        return method;
    }

    /** Where it goes. */
    public URI uri() {
        return uri;
    }

    /** Headers in order. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body; empty for none. */
    public byte[] body() {
        return body.clone();
    }

    /** How many bytes the body has. */
    public int bodyLength() {
        return body.length;
    }

    /** Writes the body without a copy in between. */
    public void writeBody(OutputStream out) throws IOException {
        out.write(body);
    }

    /** The time limits. */
    public HttpTimeouts timeouts() {
        return timeouts;
    }

    /** After decoding; a longer response is an error. */
    public long maxResponseBytes() {
        return maxResponseBytes;
    }

    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getHost() + uri.getPath();
    }
}
