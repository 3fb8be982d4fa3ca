package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last guard: whatever JGit was told by a server, it opens no other connection. */
final class RepositoryConnectionsTest {
    private final AtomicLong clock = new AtomicLong();
    private final GuardedConnections connections =
            new GuardedConnections("github.com", new Allowance(RepositoryLimits.DEFAULT, clock::get));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/a/b",
                "https://github.com:8443/a/b",
                "https://evil.example/a/b",
                "https://169.254.169.254/a",
                "https://user:pw@github.com/a/b",
                "https://github.com.evil.example/a",
                "file:///etc/passwd"
            })
    void leadsNowhereElse(String url) {
        assertThatThrownBy(() -> connections.create(URI.create(url).toURL()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stopped");
    }

    @Test
    void opensNothingWhenTheTimeIsOver() throws IOException {
        assertThat(connections
                        .create(URI.create("https://github.com/a/b.git").toURL())
                        .getURL())
                .hasHost("github.com");
        clock.set(61_000_000_000L);
        assertThatThrownBy(() -> connections.create(
                        URI.create("https://github.com/a/b.git").toURL()))
                .isInstanceOf(IOException.class);
    }
}
