package dev.alain.validators.rules.colab;

import static dev.alain.validators.rules.colab.MemoryNeed.FOUR_BIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.alain.validators.rules.colab.MemoryNeed.Use;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of what a T4 takes. */
final class MemoryNeedTest {
    private static final double LIMIT = 14.5;

    private record Row(String name, double fits, double not, double bytes, Use use) {}

    @TestFactory
    Stream<DynamicTest> aT4TakesWhatTheTableSays() {
        return Stream.of(
                        new Row("16 bits", 6, 7, 2, Use.INFERENCE),
                        new Row("8 bits", 12, 13, 1, Use.INFERENCE),
                        new Row("4 bits", 22, 24, FOUR_BIT, Use.INFERENCE),
                        new Row("QLoRA", 14, 15, FOUR_BIT, Use.ADAPTERS),
                        new Row("full training", 0.8, 0.9, 2, Use.FULL_TRAINING),
                        new Row("LoRA in 16 bits", 5.5, 6, 2, Use.ADAPTERS),
                        new Row("32 bits", 3, 4, 4, Use.INFERENCE))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    assertThat(new MemoryNeed(row.fits(), row.bytes(), row.use()).gib())
                            .isLessThanOrEqualTo(LIMIT);
                    assertThat(new MemoryNeed(row.not(), row.bytes(), row.use()).gib())
                            .isGreaterThan(LIMIT);
                }));
    }

    @Test
    void countsWeightsAndAFifth() {
        assertThat(new MemoryNeed(8, 2, Use.INFERENCE).gib()).isCloseTo(17.88, within(0.01));
        assertThat(new MemoryNeed(1, FOUR_BIT, Use.ADAPTERS).gib()).isCloseTo(1.95, within(1e-9));
        assertThat(new MemoryNeed(1, 2, Use.ADAPTERS).gib()).isCloseTo(2.6, within(1e-9));
        assertThat(new MemoryNeed(1, 2, Use.FULL_TRAINING).gib()).isCloseTo(16.76, within(0.01));
    }

    @Test
    void showsItsFormula() {
        assertThat(new MemoryNeed(8, 2, Use.INFERENCE).formula())
                .isEqualTo("8.0 B parameters × 2 bytes × 1.2 = 17.9 GiB");
        assertThat(new MemoryNeed(0.135, FOUR_BIT, Use.INFERENCE).formula())
                .isEqualTo("0.14 B parameters × 0.56 bytes × 1.2 = 0.1 GiB");
    }
}
