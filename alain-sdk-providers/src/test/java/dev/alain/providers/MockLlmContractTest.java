package dev.alain.providers;

import java.util.List;
import org.junit.jupiter.api.Nested;
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

    private abstract static class MockLlm extends NodeContract {
        MockLlm(Tongue tongue) {
            super(tongue, "@dwmkerr/mock-llm/dist/main.js", List.of("--config", NodeServer.file("mock-llm.yaml")));
        }
    }
}
