package dev.alain.validators.rules.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CellTextTest {
    @Test
    void countsColumnsInCodePoints() {
        CellText text = new CellText("😀a\n😀😀b");

        assertThat(text.offset(1, 2)).isEqualTo(2);
        assertThat(text.offset(2, 3)).isEqualTo(8);
        assertThat(text.line(8)).isEqualTo(2);
        assertThat(text.line(3)).isEqualTo(1);
    }

    @Test
    void aPlaceOutsideIsTheNearestOne() {
        CellText text = new CellText("ab\nc");

        assertThat(text.offset(9, 1)).isEqualTo(4);
        assertThat(text.offset(2, 50)).isEqualTo(4);
        assertThat(text.offset(0, 0)).isZero();
    }
}
