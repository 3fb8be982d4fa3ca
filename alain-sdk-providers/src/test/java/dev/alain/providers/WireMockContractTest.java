package dev.alain.providers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract with WireMock, which gives the bodies of the vendors' documentation. */
@Execution(ExecutionMode.SAME_THREAD)
final class WireMockContractTest {
    @Nested
    final class OpenAi extends Wire {
        OpenAi() {
            super(Tongue.OPENAI);
        }
    }

    @Nested
    final class Ollama extends Wire {
        Ollama() {
            super(Tongue.OLLAMA);
        }
    }

    @Nested
    final class Anthropic extends Wire {
        Anthropic() {
            super(Tongue.ANTHROPIC);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    private abstract static class Wire implements ProviderContract {
        private final Tongue tongue;
        private final WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

        Wire(Tongue tongue) {
            this.tongue = tongue;
        }

        @BeforeAll
        void start() {
            server.start();
            answer("say hello", tongue.body("Hello from the other side", "stop"));
            answer("title as JSON", tongue.body("{\"title\":\"Sky\"}", "stop"));
            answer("think first", thoughtful(tongue.body("blue", "stop")));
            answer("be cut", tongue.body("{\"title\":\"S", "length"));
            refuse("wrong key", 401, tongue.error("authentication_error", "invalid x-api-key"));
            refuse("too much", 429, tongue.error("rate_limit_error", "slow down"));
            server.stubFor(chat("once more")
                    .inScenario("hiccup")
                    .whenScenarioStateIs("Started")
                    .willReturn(aResponse().withStatus(503).withBody(tongue.error("api_error", "busy")))
                    .willSetStateTo("well"));
            server.stubFor(chat("once more")
                    .inScenario("hiccup")
                    .whenScenarioStateIs("well")
                    .willReturn(okJson(tongue.body("Better now", "stop"))));
            List<String> lines = new ArrayList<>(tongue.pieces("Hello from ", "the other side"));
            lines.addAll(tongue.end("stop"));
            boolean json = tongue == Tongue.OLLAMA;
            server.stubFor(chat("say hello")
                    .withRequestBody(containing("\"stream\":true"))
                    .willReturn(aResponse()
                            .withHeader("Content-Type", json ? "application/x-ndjson" : "text/event-stream")
                            .withChunkedDribbleDelay(5, 50)
                            .withBody(String.join(json ? "\n" : "\n\n", lines) + "\n\n")));
            server.stubFor(any(urlPathEqualTo("/api/version")).willReturn(okJson("{\"version\":\"0.30.0\"}")));
            server.stubFor(post(urlPathEqualTo("/api/show"))
                    .willReturn(okJson("{\"model_info\":{\"qwen3.context_length\":40960}}")));
            server.stubFor(get(urlPathEqualTo("/api/tags"))
                    .willReturn(okJson("{\"models\":[{\"name\":\"qwen3:8b\",\"model\":\"qwen3:8b\"}]}")));
            server.stubFor(get(urlPathEqualTo("/v1/models"))
                    .willReturn(okJson("{\"data\":[{\"id\":\"test-model\",\"type\":\"model\"}]}")));
        }

        @AfterAll
        void stop() {
            server.stop();
        }

        @Override
        public Tongue tongue() {
            return tongue;
        }

        @Override
        public String server() {
            return server.baseUrl();
        }

        private MappingBuilder chat(String words) {
            return post(urlPathEqualTo(tongue.path)).withRequestBody(containing(words));
        }

        private void answer(String words, String body) {
            server.stubFor(chat(words).willReturn(okJson(body)));
        }

        private void refuse(String words, int status, String body) {
            server.stubFor(chat(words)
                    .willReturn(aResponse()
                            .withStatus(status)
                            .withHeader("Content-Type", "application/json")
                            .withBody(body)));
        }

        private String thoughtful(String body) {
            return switch (tongue) {
                case OPENAI ->
                    body.replace("\"content\":", "\"reasoning_content\":\"Rayleigh scatters it\",\"content\":");
                case OLLAMA -> body.replace("\"content\":", "\"thinking\":\"Rayleigh scatters it\",\"content\":");
                case ANTHROPIC ->
                    body.replace(
                            "\"content\":[",
                            "\"content\":[{\"type\":\"thinking\",\"thinking\":\"Rayleigh scatters it\"},");
            };
        }
    }
}
