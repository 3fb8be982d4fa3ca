package dev.alain.validators.rules.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TagReaderTest {
    @Test
    void readsAttributesInEveryNotation() {
        TagReader reader = reader("<img src=a.png ALT='a \"b\" > c' hidden width = 3/>text");

        assertThat(reader.read()).isTrue();
        assertThat(reader.name()).isEqualTo("img");
        assertThat(reader.attributes())
                .isEqualTo(Map.of("src", "a.png", "alt", "a \"b\" > c", "hidden", "", "width", "3/"));
    }

    @Test
    void readsAClosingTag() {
        TagReader reader = reader("</a >");

        assertThat(reader.read()).isTrue();
        assertThat(reader.closing()).isTrue();
        assertThat(reader.position()).isEqualTo(5);
    }

    @Test
    void whatIsNoTagIsNone() {
        for (String text : new String[] {"<", "< a>", "<3>", "</>", "<a href=\"x", "<!-- a -->", "<a"}) {
            assertThat(reader(text).read()).as(text).isFalse();
        }
    }

    @Test
    void neverThrowsAndAlwaysGoesOn() {
        Random random = new Random(7);
        String signs = "<>/=\"' ab\n!-";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("<");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            TagReader reader = reader(text.toString());
            reader.read();
            assertThat(reader.position()).isBetween(1, text.length());
        }
    }

    private static TagReader reader(String text) {
        return new TagReader(text, 0, text.length());
    }
}
