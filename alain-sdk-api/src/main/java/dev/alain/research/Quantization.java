package dev.alain.research;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels of GGUF quantisations, such as {@code Q4_K_M}. */
public final class Quantization {
    /** Bounded and without nested repetition, so it is linear in its input. */
    private static final Pattern LABEL = Pattern.compile(
            "(UD-)?(F32|BF16|F16|MXFP4|NVFP4|T?IQ\\d|Q\\d)(_([01]|K|NL|XXS|XS|S|M|L|XL|MOE|4|8)(_(XXS|XS|S|M|L|XL|4|8))?)?");

    private Quantization() {}

    /**
     * The label that a text is, in upper case; a {@code .gguf} file name is returned as it is.
     *
     * @return empty when the text is neither, such as the name of an inference provider
     */
    public static Optional<String> label(String text) {
        if (text.endsWith(".gguf")) {
            return Optional.of(text);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return LABEL.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
    }

    /** The last label in a file name; empty when there is none. */
    public static Optional<String> inFileName(String fileName) {
        Matcher matcher = LABEL.matcher(fileName.toUpperCase(Locale.ROOT));
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group());
        }
        return last;
    }
}
