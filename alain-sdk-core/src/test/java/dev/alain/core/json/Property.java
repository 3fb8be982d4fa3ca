package dev.alain.core.json;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Checks a claim for generated inputs that grow; the seed is printed with a failure and can be set. */
final class Property {
    private static final long SEED = Long.getLong("property.seed", 42L);

    private Property() {}

    /** Makes an input of about the size. */
    interface Generator<T> {
        T make(RandomGenerator random, int size);
    }

    static <T> void forAll(int cases, Generator<T> generator, Consumer<T> claim) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int at = 0; at < cases; at++) {
            T input = generator.make(random, 1 + at * 60 / cases);
            try {
                claim.accept(input);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                throw new AssertionError(
                        "Case " + at + " with -Dproperty.seed=" + SEED + ": " + failure.getMessage() + "\nfor "
                                + String.valueOf(input).replaceAll("\\p{Cntrl}", "?"),
                        failure);
            }
        }
    }
}
