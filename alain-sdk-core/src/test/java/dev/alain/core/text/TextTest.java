package dev.alain.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {
    @Test
    void noValueBreaksOutOfItsQuotes() {
        Slots slots = new Slots().put("x", "a\"; import os #\n\\");

        assertThat(slots.python("x = {{x}}")).isEqualTo("x = \"a\\\"; import os #\\n\\\\\"");
    }

    @Test
    void aBareValueMustBeAnIdentifier() {
        assertThat(new Slots().put("n", "42").python("n = {{=n}}")).isEqualTo("n = 42");
        assertThatThrownBy(() -> new Slots().put("n", "1; import os").python("{{=n}}"))
                .hasMessageContaining("identifier");
    }

    @Test
    void aBlankWithoutValueIsAnError() {
        assertThatThrownBy(() -> new Slots().prose("{{missing}}")).hasMessageContaining("missing");
    }

    @Test
    void bracesOfPythonAreNoBlanks() {
        assertThat(new Slots().python("f\"{{{value}}}\" {{}}")).isEqualTo("f\"{{{value}}}\" {{}}");
    }

    @Test
    void shortListsStandOnOneLine() {
        assertThat(PythonLiteral.list(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
    }

    @Test
    void noTextBreaksOutOfItsFence() {
        assertThat(MarkdownText.fenced("text", "a\n````\n# b")).isEqualTo("`````text\na\n````\n# b\n`````");
    }

    @Test
    void keysAreBlottedOutAndWordsAreNot() {
        String key = "hf_" + "a1B2".repeat(9);

        assertThat(KeyShapes.redacted("token = \"" + key + "\"")).isEqualTo("token = \"<redacted>\"");
        assertThat(KeyShapes.redacted("hf_hub_download(x)")).isEqualTo("hf_hub_download(x)");
    }

    @Test
    void textOfOthersDoesNothingInMarkdown() {
        assertThat(MarkdownText.inline("<script>[x](javascript:y) `{{model_id}}` $z$"))
                .isEqualTo("&lt;script&gt;\\[x\\](javascript:y) &#123;&#123;model_id}} \\$z\\$");
        assertThat(MarkdownText.quote("# not a heading\n- item")).isEqualTo("> \\# not a heading\n> - item");
    }
}
