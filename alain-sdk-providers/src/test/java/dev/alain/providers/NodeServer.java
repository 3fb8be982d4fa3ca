package dev.alain.providers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A server from npm, in a process of its own; tests that need it are skipped where it is not installed. */
final class NodeServer implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath();
    private static final Path MODULES = ROOT.resolve(".servers/node_modules");

    private final Process process;
    private final int port;

    private NodeServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a script of a package; {@code PORT} in the arguments is replaced. */
    static NodeServer start(String script, List<String> arguments) throws IOException {
        return start(MODULES.resolve(script), arguments);
    }

    /** Starts a script of ours. */
    static NodeServer start(Path file, List<String> arguments) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(MODULES), "node is used where .ci/run installed its packages");
        Assumptions.assumeTrue(Files.exists(file), "not installed: " + file);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of("node", file.toString()));
        arguments.forEach(argument -> command.add(argument.replace("PORT", String.valueOf(port))));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.put("PORT", String.valueOf(port));
        environment.put("HOST", "127.0.0.1");
        NodeServer server = new NodeServer(builder.start(), port);
        server.awaitPort();
        return server;
    }

    /** A file beside the package.json. */
    static String file(String name) {
        return ROOT.resolve("alain-sdk-providers/src/test/servers")
                .resolve(name)
                .toString();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitPort() throws IOException {
        for (int i = 0; i < 600; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        close();
        throw new IOException("the server did not start");
    }
}
