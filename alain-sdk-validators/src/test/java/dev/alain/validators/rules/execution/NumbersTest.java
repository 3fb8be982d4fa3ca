package dev.alain.validators.rules.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void readsPythonsNotation() {
        assertThat(Numbers.parse("1_000")).contains(1000.0);
        assertThat(Numbers.parse("1e6")).contains(1_000_000.0);
        assertThat(Numbers.parse(" -2.5 ")).contains(-2.5);
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (String text : new String[] {"", "n", "1e999", "--1", ".", "e", "1e", "9".repeat(50)}) {
            assertThat(Numbers.parse(text)).as(text).isEmpty();
        }
    }
}
