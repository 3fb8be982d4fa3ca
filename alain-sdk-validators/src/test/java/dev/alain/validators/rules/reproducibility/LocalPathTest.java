package dev.alain.validators.rules.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/anna/x.csv",
                "/Users/anna",
                "cp /home/anna/x .",
                "--out=/home/anna/x",
                "C:\\Users\\anna\\x",
                "C:/Users/anna/x",
                "d:\\models\\x.bin",
                "file:///home/anna/x",
                "C:\\\\Users\\\\anna"
            })
    void isSomebodys(String text) {
        assertThat(LocalPath.in(text)).isPresent();
        assertThat(LocalPath.in(text).orElseThrow().shown()).doesNotContain("anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/home/anna",
                "s3://bucket/Users/x",
                "/home/jovyan/work",
                "/home/{user}/x",
                "/home/$USER/x",
                "/Users/username/x",
                "/home/",
                "C:\\Program Files\\x",
                "C:\\Users\\<you>\\x",
                "a:\\n",
                "Q: what? A:/b",
                "http://x",
                "",
                ":",
                "c:",
                "c:/",
                "/opt/home/anna"
            })
    void isNobodys(String text) {
        assertThat(LocalPath.in(text)).isEmpty();
    }
}
