package dev.alain.providers;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract with {@code @dwmkerr/mock-llm}, which streams like OpenAI and gives any other body as it is told. */
@Execution(ExecutionMode.SAME_THREAD)
final class MockLlmContractTest {
    @Nested
    final class OpenAi extends MockLlm {
        OpenAi() {
            super(Tongue.OPENAI);
        }
    }

    @Nested
    final class Ollama extends MockLlm {
        Ollama() {
            super(Tongue.OLLAMA);
        }

        /** It streams like OpenAI only. */
        @Override
        public boolean streams() {
            return false;
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    private abstract static class MockLlm implements ProviderContract {
        private final Tongue tongue;
        private NodeServer server;

        MockLlm(Tongue tongue) {
            this.tongue = tongue;
        }

        @BeforeAll
        void start() throws IOException {
            server = NodeServer.start(
                    "@dwmkerr/mock-llm/dist/main.js", List.of("--config", NodeServer.file("mock-llm.yaml")));
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
}
