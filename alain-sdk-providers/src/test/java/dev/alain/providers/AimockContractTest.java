package dev.alain.providers;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract with {@code @copilotkit/aimock}, which speaks all three languages. */
@Execution(ExecutionMode.SAME_THREAD)
final class AimockContractTest {
    @Nested
    final class OpenAi extends Aimock {
        OpenAi() {
            super(Tongue.OPENAI);
        }
    }

    @Nested
    final class Anthropic extends Aimock {
        Anthropic() {
            super(Tongue.ANTHROPIC);
        }
    }

    @Nested
    final class Ollama extends Aimock {
        Ollama() {
            super(Tongue.OLLAMA);
        }

        /** It says {@code stop} for all. */
        @Override
        public boolean tellsOfCuts() {
            return false;
        }

        /** It has no {@code /api/version}. */
        @Override
        public boolean tellsOfItself() {
            return false;
        }
    }

    private abstract static class Aimock extends NodeContract {
        Aimock(Tongue tongue) {
            super(
                    tongue,
                    "@copilotkit/aimock/dist/cli.js",
                    List.of("-p", "PORT", "-h", "127.0.0.1", "-f", NodeServer.file("aimock.json")));
        }
    }
}
