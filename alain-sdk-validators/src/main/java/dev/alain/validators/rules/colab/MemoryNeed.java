package dev.alain.validators.rules.colab;

import java.util.Locale;

/**
 * How much GPU memory a model takes, estimated.
 *
 * <p>Weights and a fifth for activations and cache; training by the figures of {@link Use}.
 *
 * @param billions parameters
 * @param bytes of each parameter in memory
 */
record MemoryNeed(double billions, double bytes, Use use) {
    /** Bytes of a parameter in 4 bits, with its share of scales. */
    static final double FOUR_BIT = 0.56;

    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double MARGIN = 1.2;

    /** Mixed precision with AdamW: 6 bytes of weights, 8 of optimizer states, 4 of gradients. */
    private static final double FULL_TRAINING = 18;

    private static final double LORA_GIB_PER_BILLION = 2.6;
    private static final double QLORA_GIB_PER_BILLION = 0.95;

    /** What is done with the model. */
    enum Use {
        INFERENCE,
        /** All of its weights are trained. */
        FULL_TRAINING,
        /** Adapters are trained on top of it. */
        ADAPTERS
    }

    /** The need in GiB. */
    double gib() {
        return switch (use) {
            case INFERENCE -> billions * 1e9 * bytes * MARGIN / GIB;
            case FULL_TRAINING -> billions * 1e9 * FULL_TRAINING / GIB;
            case ADAPTERS -> adapters();
        };
    }

    private double adapters() {
        if (bytes >= 2) {
            return billions * LORA_GIB_PER_BILLION * bytes / 2;
        }
        double moreThanFourBit = (bytes - FOUR_BIT) * 1e9 / GIB;
        return billions * (QLORA_GIB_PER_BILLION + moreThanFourBit) + 1;
    }

    /** How the need comes about. */
    String formula() {
        String parameters = String.format(Locale.ROOT, billions < 1 ? "%.2f" : "%.1f", billions) + " B parameters";
        String total = " = " + String.format(Locale.ROOT, "%.1f GiB", gib());
        return switch (use) {
            case INFERENCE -> parameters + " × " + number(bytes) + " bytes × 1.2" + total;
            case FULL_TRAINING -> parameters + " × 18 bytes (weights, gradients, AdamW)" + total;
            case ADAPTERS ->
                bytes >= 2
                        ? parameters + " with LoRA in " + number(bytes * 8) + " bits" + total
                        : parameters + " with QLoRA" + total;
        };
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text.replaceFirst("0$", "");
    }
}
