package dev.alain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "karpathy/minGPT, karpathy/minGPT",
        "https://github.com/karpathy/minGPT, karpathy/minGPT",
        "https://github.com/karpathy/minGPT/, karpathy/minGPT",
        "/home/me/projects/tool, tool",
        "./tool/, tool",
        "../tool, tool",
        "C:\\work\\tool, tool",
        "tool, tool"
    })
    void repositoriesAreNamedWithoutTheirPath(String location, String name) {
        assertThat(new Subject.Repository(location, "").name()).isEqualTo(name);
    }
}
