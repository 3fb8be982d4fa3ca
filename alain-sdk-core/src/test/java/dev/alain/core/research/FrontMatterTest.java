package dev.alain.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrontMatterTest {
    @Test
    void readsKeysWithTheirLines() {
        FrontMatter front = FrontMatter.split("---\nlicense: mit\ntags:\n- a\n- b\n---\n# Title\n");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.texts("tags")).containsExactly("a", "b");
        assertThat(front.line("tags")).isEqualTo(3);
        assertThat(front.bodyLine()).isEqualTo(7);
        assertThat(front.body()).isEqualTo("# Title\n");
        assertThat(front.warnings()).isEmpty();
    }

    @Test
    void takesNorwegianForALanguage() {
        assertThat(FrontMatter.split("---\nlanguage:\n- no\n- en\n---\n").texts("language"))
                .containsExactly("no", "en");
    }

    @Test
    void readsTabsAndSaysSo() {
        FrontMatter front = FrontMatter.split("---\nwidget:\n- text: a\n\tsource: b\nlicense: mit\n---\n");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.warnings()).hasSize(1);
    }

    @Test
    void readsThePlainLinesOfBrokenYaml() {
        FrontMatter front =
                FrontMatter.split("---\nlicense: mit\ntags:\n- one\ntitle: \"open\nlibrary_name: x\n---\nbody");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.texts("tags")).containsExactly("one");
        assertThat(front.warnings().get(0)).contains("not valid YAML");
    }

    @Test
    void leavesABlockThatIsNeverClosedInTheBody() {
        FrontMatter front = FrontMatter.split("---\nlicense: mit\n\n# Title\n");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.body()).contains("# Title");
        assertThat(front.warnings()).anyMatch(warning -> warning.contains("not closed"));
    }

    @Test
    void refusesDepthThatWouldOverflowTheStack() {
        FrontMatter front = FrontMatter.split("---\na: " + "[".repeat(20_000) + "\nlicense: mit\n---\n");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.warnings()).hasSize(1);
    }

    @Test
    void leavesOutALongModelIndex() {
        String index = "model-index:\n" + "- name: x\n  results: []\n".repeat(8_000);
        FrontMatter front = FrontMatter.split("---\nlicense: mit\n" + index + "tags: [a]\n---\n");

        assertThat(front.text("license")).contains("mit");
        assertThat(front.texts("tags")).containsExactly("a");
        assertThat(front.warnings().get(0)).contains("model-index");
    }

    @Test
    void isEmptyForACardWithoutOne() {
        assertThat(FrontMatter.split("# Title\n---\n").values()).isEmpty();
    }
}
