package dev.alain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.Secret;
import dev.alain.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubAccessTest {
    @Test
    void isThePublicHubByDefault() {
        HubAccess access = HubAccess.defaults();

        assertThat(access.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(access.token()).isEmpty();
        assertThat(access.offline()).isFalse();
        assertThat(access.cacheFolder()).isEmpty();
        assertThat(access.hubCacheFolder()).isEmpty();
        assertThat(access.timeToLive()).isEqualTo(Duration.ofMinutes(10));
        assertThat(from(Map.of()).toString()).isEqualTo(access.toString());
    }

    @Test
    void takesHttpsAndHttpOnThisMachine() {
        assertThat(endpoint("https://hub.example/hf//")).isEqualTo(URI.create("https://hub.example/hf"));
        for (String fine :
                List.of("http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:80", "https://10.0.0.1")) {
            assertThat(endpoint(fine)).isEqualTo(URI.create(fine));
        }
        for (String bad : List.of(
                "http://hub.example",
                "http://127.0.0.1.example",
                "http://localhost.example",
                "ftp://hub.example",
                "hub.example",
                "file:///etc",
                "https:///x",
                "https://hub.example?a=b",
                "https://hub.example#a")) {
            assertThatThrownBy(() -> endpoint(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> endpoint("https://user:geheim@hub.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void readsTheEnvironmentAsHuggingFaceDoes() {
        assertThat(from(Map.of("HF_ENDPOINT", "https://mirror.example/")).endpoint())
                .isEqualTo(URI.create("https://mirror.example"));
        assertThat(from(Map.of("HF_TOKEN", "hf_a", "HUGGING_FACE_HUB_TOKEN", "hf_b"))
                        .token()
                        .map(Secret::reveal))
                .contains("hf_a");
        assertThat(from(Map.of("HUGGING_FACE_HUB_TOKEN", "hf_b")).token().map(Secret::reveal))
                .contains("hf_b");
        assertThat(from(Map.of("HF_TOKEN", "hf_a", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "yes"))
                        .token())
                .isEmpty();
        for (String yes : List.of("1", "on", "Yes", "TRUE")) {
            assertThat(from(Map.of("HF_HUB_OFFLINE", yes)).offline()).isTrue();
            assertThat(from(Map.of("TRANSFORMERS_OFFLINE", yes)).offline()).isTrue();
        }
        assertThat(from(Map.of("HF_HUB_OFFLINE", "0")).offline()).isFalse();
        assertThatThrownBy(() -> from(Map.of("HF_ENDPOINT", "https://user:geheim@x y")))
                .hasMessageContaining("HF_ENDPOINT")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void findsTheCachesInTheirOrder() {
        assertThat(hub(Map.of("HOME", "/home/ann"))).isEqualTo(Path.of("/home/ann/.cache/huggingface/hub"));
        assertThat(hub(Map.of("HOME", "/home/ann", "XDG_CACHE_HOME", "/xdg")))
                .isEqualTo(Path.of("/xdg/huggingface/hub"));
        assertThat(hub(Map.of("XDG_CACHE_HOME", "/xdg", "HF_HOME", "/hf"))).isEqualTo(Path.of("/hf/hub"));
        assertThat(hub(Map.of("HF_HOME", "/hf", "HF_HUB_CACHE", "/cache"))).isEqualTo(Path.of("/cache"));
        assertThat(hub(Map.of("HOME", "/home/ann", "HF_HOME", "~/hf"))).isEqualTo(Path.of("/home/ann/hf/hub"));
        assertThat(from(Map.of("HOME", "/home/ann")).cacheFolder()).contains(Path.of("/home/ann/.cache/alain/hub"));
        assertThat(from(Map.of("XDG_CACHE_HOME", "/xdg")).cacheFolder()).contains(Path.of("/xdg/alain/hub"));
    }

    @Test
    void readsTheTokenThatTheLoginWrote(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "hf_login\n");

        assertThat(from(Map.of("HF_HOME", folder.toString())).token().map(Secret::reveal))
                .contains("hf_login");
        HubAccess named = from(Map.of("HF_TOKEN_PATH", file.toString()));
        Files.writeString(file, "hf_new");
        assertThat(named.token().map(Secret::reveal)).contains("hf_new");
        assertThat(from(Map.of("HF_TOKEN_PATH", folder.resolve("none").toString()))
                        .token())
                .isEmpty();
    }

    @Test
    void showsNoTokenAndKeepsItsValues() {
        HubAccess access = HubAccess.builder()
                .endpoint(URI.create("https://hub.example"))
                .token(Secret.of("hf_geheim"))
                .offline(true)
                .cacheFolder(Path.of("/a"))
                .hubCacheFolder(Path.of("/b"))
                .timeToLive(Duration.ZERO)
                .build();

        assertThat(access).hasToString("HubAccess[https://hub.example, with a token, offline]");
        HubAccess copy = access.toBuilder().build();
        assertThat(copy).hasToString(access.toString());
        assertThat(copy.cacheFolder()).contains(Path.of("/a"));
        assertThat(copy.hubCacheFolder()).contains(Path.of("/b"));
        assertThat(copy.timeToLive()).isZero();
        assertThatThrownBy(() -> HubAccess.builder().timeToLive(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static URI endpoint(String text) {
        return HubAccess.builder().endpoint(URI.create(text)).build().endpoint();
    }

    private static Path hub(Map<String, String> environment) {
        return from(environment).hubCacheFolder().orElseThrow();
    }

    private static HubAccess from(Map<String, String> environment) {
        return HubAccess.from(Settings.of(environment));
    }
}
