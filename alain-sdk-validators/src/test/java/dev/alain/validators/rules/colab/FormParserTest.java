package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FormParserTest {
    @Test
    void readsListsObjectsAndBoth() throws FormParser.Unreadable {
        FormSpec spec = FormParser.parse(" [\"a\", 'b', 3, ] {\"allow-input\": true, isTemplate: true}");
        assertThat(spec.options().orElseThrow()).extracting(FormValue::text).containsExactly("a", "b", "3");
        assertThat(spec.allowsInput()).isTrue();

        FormSpec slider = FormParser.parse("{ type:'slider', min:-1, max:1.5, step:0.1 } how much");
        assertThat(slider.type()).isEqualTo("slider");
        assertThat(slider.number("min")).contains(-1.0);
        assertThat(slider.number("max")).contains(1.5);
        assertThat(FormParser.parse("").options()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> FormParser.parse("[\"a\", \"b\"")).hasMessage("\"]\" is missing at the end");
        assertThatThrownBy(() -> FormParser.parse("[\"a\" \"b\"]")).hasMessage("a comma is missing before \"b\"]");
        assertThatThrownBy(() -> FormParser.parse("{type \"string\"}")).hasMessage("\":\" is missing after type");
        assertThatThrownBy(() -> FormParser.parse("[\"a]")).hasMessage("a quote is not closed");
        assertThatThrownBy(() -> FormParser.parse("{x: False}")).hasMessage("False is Python; write false");
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(7);
        String letters = "[]{}:,\"'\\ab1.- T";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertThat(FormParser.parse(text.toString())).isNotNull();
            } catch (FormParser.Unreadable e) {
                assertThat(e).hasMessageNotContaining("null pointer");
            }
        }
    }
}
