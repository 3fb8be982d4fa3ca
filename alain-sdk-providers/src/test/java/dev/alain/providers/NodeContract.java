package dev.alain.providers;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract with a server from npm, started for each language. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class NodeContract implements ProviderContract {
    private final Tongue tongue;
    private final String script;
    private final List<String> arguments;
    private @Nullable NodeServer server;

    NodeContract(Tongue tongue, String script, List<String> arguments) {
        this.tongue = tongue;
        this.script = script;
        this.arguments = arguments;
    }

    @BeforeAll
    void start() throws IOException {
        server = NodeServer.start(script, arguments);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public Tongue tongue() {
        return tongue;
    }

    @Override
    public String server() {
        return server.url();
    }
}
