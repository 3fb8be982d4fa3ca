package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code alain providers}. */
final class ProvidersCommandTest {
    private static final String KEY = "sk-command-canary-12345";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsVendors() {
        assertThat(run("providers")).isZero();
        assertThat(out.toString())
                .contains("poe ", "https://api.poe.com/v1", "POE_API_KEY", "lmstudio", "http://localhost:1234/v1");
    }

    @Test
    void showsAVendorAsItsFile() {
        assertThat(run("providers", "vllm")).isZero();
        assertThat(out.toString()).contains("\"contextPointer\" : \"/max_model_len\"");
    }

    @Test
    void saysHowAnEndpointIs() {
        try (FaultServer server =
                FaultServer.routing(request -> request.header("authorization").isPresent()
                        ? Answer.json(200, "{\"data\":[{\"id\":\"a\",\"max_model_len\":4096}]}")
                        : Answer.json(401, "{}"))) {
            String url = server.uri() + "/v1";

            assertThat(run("providers", "health", "vllm", "--base-url", url, "--api-key", KEY))
                    .isZero();
            assertThat(out.toString()).contains("vllm", "UP", "ms");
            assertThat(run("providers", "health", "vllm", "--base-url", url)).isEqualTo(1);
            assertThat(out.toString()).contains("UNAUTHORIZED");
            assertThat(run("providers", "models", "vllm", "--base-url", url, "--api-key", KEY))
                    .isZero();
            assertThat(out.toString()).contains("a  (4096 tokens)");
            assertThat(run("providers", "models", "vllm", "--baseUrl", url, "--apiKey", KEY, "--json"))
                    .isZero();
            assertThat(out.toString()).contains("\"contextLength\" : 4096");
            assertThat(out.toString() + err).doesNotContain(KEY);
        }
    }

    @Test
    void takesAVendorOfOnesOwn(@TempDir Path folder) throws IOException {
        try (FaultServer server = FaultServer.answering(Answer.json(200, "{\"data\":[{\"id\":\"own-1\"}]}"))) {
            Path file = Files.writeString(
                    folder.resolve("own.json"),
                    "{\"name\":\"own\",\"baseUrl\":\"" + server.uri() + "/v1\",\"keyVariables\":[\"OWN_KEY\"]}");

            assertThat(run("providers", "models", "--vendor", file.toString())).isZero();
            assertThat(out.toString()).contains("own-1");
        }
    }

    @Test
    void saysWhatIsWrongWithoutTheKey() {
        assertThat(run("providers", "health", "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("no vendor is called \"nobody\"", "ollama");
        assertThat(run("providers", "models", "poe", "--api-key", KEY + " x")).isEqualTo(2);
        assertThat(err.toString()).contains("copy it again").doesNotContain(KEY);
        assertThat(run("providers", "models", "openai", "--base-url", "http://127.0.0.1:1/v1", "--api-key", KEY))
                .isEqualTo(1);
        assertThat(err.toString()).contains("OpenAI at 127.0.0.1:1").doesNotContain(KEY);
    }

    private int run(String... arguments) {
        return Alain.run(
                arguments, InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
