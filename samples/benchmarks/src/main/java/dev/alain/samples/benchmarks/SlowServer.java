package dev.alain.samples.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A chat endpoint in a process of its own: answers each question after so many milliseconds, with few threads. */
public final class SlowServer {
    private static final byte[] ANSWER =
            ("{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"slow\",\"choices\":[{\"index\":0,"
                            + "\"message\":{\"role\":\"assistant\",\"content\":\"" + "x".repeat(8_000)
                            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3000,\"completion_tokens\":2000}}")
                    .getBytes(StandardCharsets.UTF_8);

    private SlowServer() {}

    /** Takes the milliseconds, prints the port, and answers until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        long latency = Long.parseLong(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var unused = later.schedule(() -> answer(exchange), latency, TimeUnit.MILLISECONDS);
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.readAllBytes();
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
