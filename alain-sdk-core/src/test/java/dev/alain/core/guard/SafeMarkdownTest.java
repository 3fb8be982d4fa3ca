package dev.alain.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeMarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<<b>script>alert(1)<<b>/script>",
                "<scr<script>ipt>alert(1)</script>",
                "text <img src=x onerror=alert(1)> text",
                "<iframe src=https://evil.example></iframe>",
                "<a href=https://evil.example>x</a>",
                "\\`<script>alert(1)</script>\\`",
                "para\n\n    ```\n<script>alert(1)</script>\n    ```",
                "- ```\n  code\n  ```\n<script>alert(1)</script>",
                "> ```\n> code\n\n<script>alert(1)</script>",
                "<div\nonclick=alert(1)\n>x</div>",
                "<!-- <b> --><script>x</script>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a]( data:text/html,x )",
                "[a](https://evil.example/x)",
                "[a](https://huggingface.co@evil.example/)",
                "[a][r]\n\n[r]: javascript:alert(1)",
                "> [a][r]\n>\n> [r]: https://evil.example",
                "![x](https://evil.example/t.png)",
                "<https://evil.example>",
                "<svg/onload=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>"
            })
    void makesActiveMarkdownHarmless(String text) {
        assertHarmless(SafeMarkdown.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Title", "## Title", "Title\n===", "Title\n-", "Head\n=", "#\tTitle", "> # x", "- # x"})
    void keepsHeadingsBelowThoseOfTheManual(String text) {
        Parser.builder().build().parse(SafeMarkdown.of(text)).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                assertThat(heading.getLevel()).isGreaterThan(2);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a<b$ and the rest",
                "if a<b then c",
                "$P(y_i|y_{<i})$ with $i<n$ holds",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "```python\nif a < b:\n    print(\"<script>\")  # <!-- no comment -->\n```",
                "`<think>` opens a thought",
                "The code `<!--` opens a comment\nand this stays",
                "- a\n  - b\n    - c",
                "See [the docs](https://huggingface.co/docs).",
                "~~~python title=`x`\ncode\n~~~",
                "H<sub>2</sub>O<br>and <kbd>Esc</kbd>",
                "می‌خواهم بدانم"
            })
    void leavesGoodTextAsItIs(String text) {
        assertThat(SafeMarkdown.of(text)).isEqualTo(text);
    }

    @Test
    void showsTokensThatLookLikeTags() {
        assertThat(SafeMarkdown.of("The <s> token and </s>.")).isEqualTo("The &lt;s> token and &lt;/s>.");
        assertThat(SafeMarkdown.of("`x` is a List<String>")).isEqualTo("`x` is a List&lt;String>");
    }

    @Test
    void closesWhatWouldSwallowTheRest() {
        assertThat(SafeMarkdown.of("```python\nx = 1")).isEqualTo("```python\nx = 1\n```");
        assertThat(SafeMarkdown.of("<details>\n\nmore")).endsWith("</details>");
    }

    @Test
    void isDoneAfterOnce() {
        List<String> parts = List.of(
                "<",
                ">",
                "script",
                "[a]",
                "(javascript:x)",
                "`",
                "```\n",
                "\n",
                "# ",
                "<!--",
                "-->",
                "&lt;",
                "![",
                "](",
                "https://evil.example",
                "==",
                "> ",
                "- ",
                "    ",
                "\\",
                "x ");
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String once = SafeMarkdown.of(text.toString());

            assertHarmless(once);
            assertThat(SafeMarkdown.of(once)).as(text.toString()).isEqualTo(once);
        }
    }

    private static void assertHarmless(String text) {
        Parser.builder().build().parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                assertThat(html.getLiteral()).as(text).matches("</?(br|sub|sup|details|summary|kbd)>");
            }

            @Override
            public void visit(HtmlBlock html) {
                assertThat(html.getLiteral().replaceAll("</?(br|sub|sup|details|summary|kbd)>", ""))
                        .as(text)
                        .doesNotContain("<");
            }

            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).as(text).matches("#.*|https://huggingface\\.co([/?#].*)?");
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("a picture in " + text);
            }
        });
    }
}
