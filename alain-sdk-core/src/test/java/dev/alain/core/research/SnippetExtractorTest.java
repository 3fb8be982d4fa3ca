package dev.alain.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetExtractorTest {
    @Test
    void stripsPromptsAndPrintedOutput() {
        Snippet snippet = only("""
                ```python
                >>> from transformers import pipeline
                >>> pipe = pipeline("fill-mask",
                ...                 model="acme/tiny")
                >>> pipe("Hello [MASK].")
                [{'score': 0.1}]
                ```
                """);

        assertThat(snippet.code()).isEqualTo("""
                        from transformers import pipeline
                        pipe = pipeline("fill-mask",
                                        model="acme/tiny")
                        pipe("Hello [MASK].")""");
        assertThat(snippet.use()).isEqualTo(SnippetUse.USAGE);
        assertThat(snippet.evidence().firstLine()).isEqualTo(1);
        assertThat(snippet.evidence().lastLine()).isEqualTo(7);
    }

    @Test
    void tellsShellFromPythonWhateverTheFenceSays() {
        assertThat(only("```python\npip install acme\n```").use()).isEqualTo(SnippetUse.INSTALL);
        assertThat(only("```\nvllm serve acme/tiny\n```").use()).isEqualTo(SnippetUse.SERVING);
        assertThat(only("```\nimport acme\nx = acme.load()\n```").language()).isEqualTo("python");
        assertThat(only("```js\nconst x = 1\n```").use()).isEqualTo(SnippetUse.OTHER);
    }

    @Test
    void findsCitationsAndTraining() {
        assertThat(only("```\n@article{x, title={y}}\n```").use()).isEqualTo(SnippetUse.CITATION);
        assertThat(only("```py\ntrainer = Trainer(model)\ntrainer.train()\n```").use())
                .isEqualTo(SnippetUse.TRAINING);
    }

    @Test
    void findsCodeThatHtmlHides() {
        assertThat(only("<details><pre><code>import acme\nx = acme.load(&quot;a&quot;)</code></pre></details>")
                        .code())
                .isEqualTo("import acme\nx = acme.load(\"a\")");
    }

    @Test
    void findsHtmlCodeAfterLettersThatGrowWhenLowered() {
        assertThat(only("<details>\u0130\u0130<PRE><code>import acme\nx = acme.load(1)</code></PRE></details>")
                        .code())
                .isEqualTo("import acme\nx = acme.load(1)");
    }

    @Test
    void keepsNoKeyOfACard() {
        String key = "hf_" + "a1B2".repeat(9);

        assertThat(only("```python\nlogin(\"" + key + "\")\nprint(1)\n```").code())
                .isEqualTo("login(\"<redacted>\")\nprint(1)");
    }

    @Test
    void ranksTheExampleThatLoadsThisModelFirst() {
        List<Snippet> snippets = extract("""
                ```python
                x = 1
                print(x)
                ```
                ## Usage
                ```python
                from transformers import AutoModel
                model = AutoModel.from_pretrained("acme/tiny")
                print(model)
                ```
                """);

        assertThat(snippets.get(0).code()).contains("from_pretrained");
    }

    @Test
    void readsPackagesFromInstallLines() {
        assertThat(InstallLines.packages(
                        "!pip install -U \"transformers[torch]>=4.40\" --index-url https://x.example acme_kit # more"))
                .containsExactly("transformers", "acme-kit");
    }

    private static Snippet only(String markdown) {
        return extract(markdown).get(0);
    }

    private static List<Snippet> extract(String markdown) {
        return new SnippetExtractor("card", "acme/tiny")
                .extract(CardBody.read(markdown, 1).code());
    }
}
