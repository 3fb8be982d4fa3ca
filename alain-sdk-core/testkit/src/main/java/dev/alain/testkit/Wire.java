package dev.alain.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** The server's end of a connection, at the level of bytes. */
public final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch closed;

    Wire(Socket socket, CountDownLatch closed) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.closed = closed;
    }

    /** Sends status and headers; further lines as they stand. */
    public void head(int status, Map<String, String> headers, String... lines) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        text(head.append("\r\n").toString());
    }

    /** Sends text as it stands. */
    public void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they stand, at once. */
    public void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends one chunk of a chunked body. */
    public void chunk(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            text(Integer.toHexString(bytes.length) + "\r\n");
            bytes(bytes);
            text("\r\n");
        }
    }

    /** Ends a chunked body. */
    public void lastChunk() throws IOException {
        text("0\r\n\r\n");
    }

    /** Sends this many spaces, compressed, in chunks. */
    void gzip(long bytes) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream zip = new GZIPOutputStream(new BufferedOutputStream(new Chunks(), 8192))) {
            for (long sent = 0; sent < bytes; sent += spaces.length) {
                zip.write(spaces);
            }
        }
    }

    /** Does nothing for a while, or until the server is closed. */
    public void wait(Duration time) throws IOException {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    /** Says nothing more, until the other side or the server gives up. */
    public void silence() throws IOException {
        socket.setSoTimeout(50);
        while (open()) {
            try {
                if (socket.getInputStream().read() < 0) {
                    close();
                }
            } catch (java.net.SocketTimeoutException e) {
                if (closed.getCount() == 0) {
                    close();
                }
            }
        }
    }

    /** Closes the connection in order. */
    public void close() throws IOException {
        socket.close();
    }

    /** Resets the connection. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whether neither side has closed it. */
    public boolean open() {
        return !socket.isClosed();
    }

    private final class Chunks extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            chunk(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            chunk(java.util.Arrays.copyOfRange(bytes, from, from + length));
        }
    }
}
