package dev.alain.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a {@link FaultServer} does with one request: an answer, or one of the ways in which answers fail.
 *
 * <p>A lambda that writes to the {@link Wire} will do for anything that is not here.
 */
@FunctionalInterface
public interface Answer {
    /** Answers; when the wire was neither ended nor closed after this, the connection is used again. */
    void give(Received request, Wire wire) throws IOException;

    /** JSON with a length. */
    static Answer json(int status, String body) {
        return text(status, Map.of("Content-Type", "application/json"), body);
    }

    /** Any headers and a text with a length. */
    static Answer text(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, wire) -> {
            wire.head(status, headers, "Content-Length: " + bytes.length);
            wire.bytes(bytes);
        };
    }

    /** A stream of such lines, chunked and ended; a blank line follows each. */
    static Answer events(String... lines) {
        return stream("text/event-stream", "\n\n", List.of(lines), Wire::lastChunk);
    }

    /** A stream of JSON lines, chunked and ended. */
    static Answer jsonLines(String... lines) {
        return stream("application/x-ndjson", "\n", List.of(lines), Wire::lastChunk);
    }

    /** A chunked stream with any type, separator and end. */
    static Answer stream(String type, String separator, List<String> lines, End end) {
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", type), "Transfer-Encoding: chunked");
            for (String line : lines) {
                wire.chunk((line + separator).getBytes(StandardCharsets.UTF_8));
            }
            end.end(wire);
        };
    }

    /** The answer, after a while. */
    static Answer after(Duration wait, Answer answer) {
        return (request, wire) -> {
            wire.wait(wait);
            answer.give(request, wire);
        };
    }

    /** A body that comes byte by byte. */
    static Answer drip(Duration perByte, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", "application/json"), "Content-Length: " + bytes.length);
            for (byte one : bytes) {
                wire.bytes(new byte[] {one});
                wire.wait(perByte);
            }
        };
    }

    /** A chunked stream whose chunks end anywhere, even inside a character. */
    static Answer sliced(String type, int size, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", type), "Transfer-Encoding: chunked");
            for (int at = 0; at < bytes.length; at += size) {
                wire.chunk(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
            }
            wire.lastChunk();
        };
    }

    /** Takes the request and never says anything: a half-open connection. */
    static Answer silence() {
        return (request, wire) -> wire.silence();
    }

    /** Head and first bytes of a body, then nothing. */
    static Answer stall(String body, int afterBytes) {
        return cut(body, afterBytes, Wire::silence);
    }

    /** Head and first bytes of a body, then a reset. */
    static Answer reset(String body, int afterBytes) {
        return cut(body, afterBytes, Wire::reset);
    }

    /** Takes the request, then resets the connection. */
    static Answer reset() {
        return (request, wire) -> wire.reset();
    }

    /** Takes the request, then closes the connection without a word. */
    static Answer hangUp() {
        return (request, wire) -> wire.close();
    }

    /** Less body than announced. */
    static Answer shortBody(String body, int bytes) {
        return cut(body, bytes, Wire::close);
    }

    /** A chunk that is cut in its middle. */
    static Answer truncatedChunk(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", "application/json"), "Transfer-Encoding: chunked");
            wire.text(Integer.toHexString(bytes.length + 100) + "\r\n");
            wire.bytes(bytes);
            wire.close();
        };
    }

    /** A body that is as long as the connection lives. */
    static Answer untilClose(String type, String body) {
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", type), "Connection: close");
            wire.text(body);
            wire.close();
        };
    }

    /** The answer, then the connection is closed although it promised to stay. */
    static Answer thenClose(Answer answer) {
        return (request, wire) -> {
            answer.give(request, wire);
            wire.close();
        };
    }

    /** A small compressed body that swells to this many bytes of spaces. */
    static Answer gzipBomb(long bytes) {
        return (request, wire) -> {
            wire.head(
                    200,
                    Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                    "Transfer-Encoding: chunked");
            wire.gzip(bytes);
            wire.lastChunk();
        };
    }

    /** A body that never ends, as fast as it can be read. */
    static Answer endless() {
        byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", "application/json"), "Transfer-Encoding: chunked");
            while (wire.open()) {
                wire.chunk(spaces);
            }
        };
    }

    /** Bytes as they stand, head included, then the end of the connection. */
    static Answer raw(String everything) {
        return (request, wire) -> {
            wire.text(everything);
            wire.close();
        };
    }

    private static Answer cut(String body, int afterBytes, End end) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, wire) -> {
            wire.head(200, Map.of("Content-Type", "application/json"), "Content-Length: " + bytes.length);
            wire.bytes(Arrays.copyOf(bytes, afterBytes));
            end.end(wire);
        };
    }

    /** How a body ends. */
    @FunctionalInterface
    interface End {
        /** Ends it. */
        void end(Wire wire) throws IOException;
    }
}
