package dev.alain.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PythonNumbersTest {
    @Test
    void writesFloatsAsPythonDoes() {
        Map<Double, String> expected = Map.ofEntries(
                Map.entry(0.0, "0.0"),
                Map.entry(-0.0, "-0.0"),
                Map.entry(1e16, "1e+16"),
                Map.entry(1e15, "1000000000000000.0"),
                Map.entry(1.2345678901234568e17, "1.2345678901234568e+17"),
                Map.entry(1e-4, "0.0001"),
                Map.entry(1e-5, "1e-05"),
                Map.entry(0.1, "0.1"),
                Map.entry(Double.parseDouble("2e23"), "2e+23"),
                Map.entry(Double.MIN_VALUE, "5e-324"),
                Map.entry(1.7976931348623157e308, "1.7976931348623157e+308"),
                Map.entry(-1234.5, "-1234.5"),
                Map.entry(Double.POSITIVE_INFINITY, "Infinity"),
                Map.entry(Double.NaN, "NaN"));

        expected.forEach((value, text) -> assertThat(PythonNumbers.repr(value)).isEqualTo(text));
    }

    @Test
    void writesWhatReadsBackTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(PythonNumbers.repr(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void needsNoMoreDigitsThanADecimalHas() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextInt(1_000_000_000) / 1e6;
            assertThat(PythonNumbers.repr(value).length()).isLessThanOrEqualTo(12);
        }
    }
}
