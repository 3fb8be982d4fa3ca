package dev.alain.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server on loopback that answers as told, down to single bytes, and remembers what it was asked.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.answering(Answer.reset(), Answer.json(200, reply))) {
 *     model(server.uri()).chat(question);
 *     assertThat(server.posts()).isEqualTo(2);
 * }
 * }</pre>
 *
 * <p>All its threads are daemons and end with {@link #close}.
 */
public final class FaultServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Function<Received, Answer> script;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private FaultServer(Function<Received, Answer> script) {
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 2048, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept, "fault-server-" + listener.getLocalPort());
    }

    /** A server that gives these answers in turn, and the last one from then on. */
    public static FaultServer answering(Answer... inTurn) {
        List<Answer> answers = List.of(inTurn);
        AtomicInteger next = new AtomicInteger();
        return new FaultServer(request -> answers.get(Math.min(next.getAndIncrement(), answers.size() - 1)));
    }

    /** A server that looks at the request before it answers. */
    public static FaultServer routing(Function<Received, Answer> script) {
        return new FaultServer(script);
    }

    /** Where it listens, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What it was asked, in order of arrival. */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** How many POSTs arrived whole. */
    public int posts() {
        return (int) requests.stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return sockets.size();
    }

    /** Ends all connections and stops listening. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                daemon(() -> serve(socket, number), "fault-server-" + listener.getLocalPort() + "-" + number);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Wire wire = new Wire(socket, closed);
            while (wire.open() && closed.getCount() > 0) {
                List<String> head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                Received request = request(head, in, number);
                requests.add(request);
                script.apply(request).give(request, wire);
            }
        } catch (IOException e) {
            // The other side went away, which is what many of the scripts are about.
        } finally {
            sockets.remove(socket);
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return lines;
    }

    private static Received request(List<String> head, InputStream in, int connection) throws IOException {
        String[] first = head.get(0).split(" ", 3);
        Map<String, String> headers = Received.headers(head.subList(1, head.size()));
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the request was cut");
        }
        return new Received(
                first[0],
                first.length > 1 ? first[1] : "",
                headers,
                new String(body, StandardCharsets.UTF_8),
                connection);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
