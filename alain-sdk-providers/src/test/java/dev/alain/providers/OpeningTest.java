package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.Secret;
import dev.alain.Settings;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatModelProvider;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import dev.alain.providers.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How models come to be: by vendor, by settings, by name; and what is refused. */
final class OpeningTest {
    private static final String KEY = "sk-opening-canary-1234567";

    @Test
    void vendorsHaveTheirPlaces() {
        assertThat(Poe.model("GPT-OSS-120B", KEY).baseUrl()).hasToString("https://api.poe.com/v1");
        assertThat(OpenAi.model("gpt-5", KEY).id()).isEqualTo("openai:gpt-5");
        assertThat(Anthropic.model("claude", KEY).baseUrl()).hasToString("https://api.anthropic.com/v1");
        assertThat(Ollama.model("qwen3:8b").id()).isEqualTo("ollama:qwen3:8b");
        assertThat(Vllm.model("m").baseUrl()).hasToString("http://localhost:8000/v1");
        assertThat(LmStudio.model("m").baseUrl()).hasToString("http://localhost:1234/v1");
        assertThat(LlamaCpp.model("m").capabilities().local()).isTrue();
        assertThat(Poe.model("m", KEY).toString()).doesNotContain("canary");
    }

    @Test
    void settingsGiveEndpointAndKey() {
        Settings settings = Settings.of(
                Map.of("OPENAI_BASE_URL", "https://gateway.example/v1/", "OPENAI_API_KEY", " Bearer " + KEY + "\n"));

        assertThat(OpenAi.builder("m").settings(settings).build().baseUrl()).hasToString("https://gateway.example/v1");
        assertThatThrownBy(() -> OpenAi.builder("m").settings(Settings.none()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:11434",
        "127.0.0.1:9999, http://127.0.0.1:9999",
        "gpu-box, http://gpu-box:11434",
        "https://ollama.example, https://ollama.example",
        "http://localhost:11434/v1, http://localhost:11434",
        ":8080, http://127.0.0.1:8080",
        "::1, http://[::1]:11434",
        "'\"localhost:11434\"', http://localhost:11434",
        "myhost/ollama, http://myhost:11434/ollama"
    })
    void ollamaHostNeedBeNoUrl(String host, String url) {
        assertThat(Ollama.builder("m")
                        .settings(Settings.of(Map.of("OLLAMA_HOST", host)))
                        .build()
                        .baseUrl())
                .hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/v1",
                "file:///etc/passwd",
                "host:8000",
                "http://user:canary-password@host/v1",
                "https://host/v1?key=canary-password",
                "https://host/v1#canary-password",
                "http://[broken/canary-password",
                "http://0x7f.1/v1",
                "http://2130706433/v1",
                "http://0177.0.0.1/v1",
                "http://host:99999/v1"
            })
    void wrongPlacesAreRefusedWithoutTheirSecrets(String url) {
        assertThatThrownBy(() -> OpenAiCompatible.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base URL")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> OpenAi.builder("m")
                        .settings(Settings.of(Map.of("OPENAI_BASE_URL", url, "OPENAI_API_KEY", KEY)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_BASE_URL")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example.com/v1",
                "http://8.8.8.8/v1",
                "http://localhost.evil.com/v1",
                "http://fdic.example.com/v1"
            })
    void aKeyIsNotSentInTheClear(String url) {
        assertThatThrownBy(() -> OpenAiCompatible.at(url).model("m").apiKey(KEY).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without encryption")
                .hasMessageNotContaining("canary");
        assertThat(OpenAiCompatible.at(url)
                        .model("m")
                        .apiKey(KEY)
                        .allowCleartext()
                        .build())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gpu-box:8000/v1",
                "http://10.1.2.3/v1",
                "http://[::1]:8000/v1",
                "http://llm.default.svc/v1",
                "http://127.9.9.9/v1"
            })
    void onesOwnNetworkIsFine(String url) {
        assertThat(OpenAiCompatible.at(url)
                        .model("m")
                        .apiKey(KEY)
                        .build()
                        .vendor()
                        .local())
                .isTrue();
    }

    @Test
    void loopbackIsJudgedByTheAddressAndNotByTheText() {
        assertThatThrownBy(() -> OpenAi.builder("m")
                        .baseUrl("https://evil.example/localhost/127.0.0.1")
                        .build())
                .hasMessageContaining("needs a key");
        assertThat(OpenAi.builder("m").baseUrl("http://localhost:9/v1").build()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Bearer ", "sk-canary with space", "sk-canary\nnext", "sk-canaryé"})
    void malformedKeysAreRefusedUnseen(String key) {
        assertThatThrownBy(() -> Poe.model("m", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aKeyStaysWithItsHost() {
        RemoteChatModel model = Poe.model("m", KEY);

        assertThat(model.toBuilder().baseUrl("https://api.poe.com/v2").build()).isNotNull();
        assertThatThrownBy(() -> model.toBuilder()
                        .baseUrl("https://elsewhere.example/v1")
                        .build())
                .hasMessageContaining("needs a key");
        assertThat(model.toBuilder()
                        .apiKey("another-key")
                        .baseUrl("https://elsewhere.example/v1")
                        .build())
                .isNotNull();
    }

    @Test
    void aSecretShowsNothing() {
        assertThat(Secret.of("Bearer " + KEY).reveal()).isEqualTo(KEY);
        assertThat(Secret.of(KEY)).hasToString("Secret[***]").isNotEqualTo(Secret.of(KEY));
    }

    @Test
    void modelsAreFoundByName() {
        ChatModelProvider installed = ChatModelProvider.installed();
        Settings settings = Settings.of(Map.of("MY_KEY", KEY));

        assertThat(installed.vendors()).containsExactlyElementsOf(Vendors.names());
        try (ChatModel model =
                installed.open(ModelQuery.of("poe", "m").withSettings(settings).withKeyVariable("MY_KEY"))) {
            assertThat(model.id()).isEqualTo("poe:m");
        }
        try (ChatModel model = installed.open(
                ModelQuery.of("openai-compatible", "m").withBaseUrl(URI.create("http://localhost:9/v1")))) {
            assertThat(model.capabilities().local()).isTrue();
        }
        assertThatThrownBy(() -> installed.open(ModelQuery.of("nobody", "m")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("lmstudio");
        assertThatThrownBy(() -> installed.open(ModelQuery.of("poe", "m").withKeyVariable("MISSING")))
                .hasMessageContaining("MISSING");
    }

    @Test
    void aVendorIsAFewLinesAndReadsBackTheSame() throws IOException {
        Vendor groq = Vendor.builder("groq")
                .baseUrl("https://api.groq.com/openai/v1")
                .keyVariables("GROQ_API_KEY")
                .structuredOutput(StructuredOutput.JSON_OBJECT)
                .build();

        assertThat(Vendor.of(groq.toJson())).isEqualTo(groq);
        assertThat(RemoteChatModel.builder(groq).model("m").apiKey(KEY).build().id())
                .isEqualTo("groq:m");
        for (String name : Vendors.names()) {
            Vendor vendor = Vendors.known(name);
            assertThat(Vendor.of(vendor.toJson())).isEqualTo(vendor);
            assertThat(vendor.toBuilder().build()).isEqualTo(vendor);
        }
        assertThatThrownBy(() -> Vendor.of(new ObjectMapper().readTree("{\"name\":\"x\",\"tokenfield\":\"y\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokenfield");
    }
}
