package dev.alain.validators.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.CodeCell;
import dev.alain.validators.html.TagReader;
import dev.alain.validators.shell.ShellText;
import dev.alain.validators.trace.CodeTrace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text made to exhaust its reader does not. */
final class HostileSizeTest {
    private static final List<String> PIECES = List.of(
            "(",
            "[",
            "{",
            "<",
            "<!--",
            "<svg>",
            "$(",
            "`",
            "<(",
            "'",
            "\"",
            "f'{",
            "[x for x in ",
            "|",
            "\\",
            "a.",
            "x(",
            "lambda:",
            "%s",
            "<a b='",
            "${",
            "<<E\n",
            "![a](",
            "<a<a",
            "&#",
            "a=a+a\n",
            "-",
            "not ");

    @Test
    void manyOfTheSameSignAreReadToTheEnd() {
        for (String piece : PIECES) {
            String text = piece.repeat(20_000);
            assertThat(CodeTrace.of("c1", text).cellId()).isEqualTo("c1");
            assertThat(ShellText.of(text).commands()).hasSizeLessThan(5_000);
            assertThat(TagReader.read(text)).hasSizeLessThanOrEqualTo(text.length());
            assertThat(MarkdownGuard.of(piece.repeat(2_000)).problems()).isNotNull();
        }
    }

    @Test
    void textThatDoublesStopsGrowing() {
        String doubling = "a = 'aaaaaaaaaa'\nl = [1, 2]\n"
                + "a = a + a\na = f'{a}{a}'\na = '%s%s' % (a, a)\na = a.join(a)\na = a * 99999999999\nl = l + l\n"
                        .repeat(60)
                + "import os\nos.system('rm -rf /')\n";
        assertThat(DangerousCodeTest.findings(doubling, false))
                .anyMatch(finding -> finding.ruleId().equals("SEC011"));
    }

    @Test
    void anyMixOfSignsIsReadByEveryReader() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 60; j++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            CodeCell cell = CodeCell.of("c1", text.toString());
            assertThat(DangerousCodeTest.findings(cell.source(), false)).isNotNull();
            assertThat(DangerousCodeTest.findings("%%bash\n" + cell.source(), false))
                    .isNotNull();
            assertThat(MarkdownGuard.of(text.toString()).cleaned()).isNotNull();
        }
    }
}
