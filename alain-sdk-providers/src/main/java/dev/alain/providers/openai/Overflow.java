package dev.alain.providers.openai;

import dev.alain.providers.dialect.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads vLLM's sentence on a request that does not fit: "maximum context length is 16384 tokens. However, you
 * requested 18000 tokens (8000 in the messages, 10000 in the completion)".
 *
 * <p>Where the prompt alone would fit, asking for less answer is right; where it would not, nothing helps.
 */
final class Overflow {
    /** An answer shorter than this is of no use. */
    private static final int LEAST = 256;

    private Overflow() {}

    static Optional<Asking> shorter(String message, Asking asked) {
        String text = message.toLowerCase(Locale.ROOT);
        int from = text.indexOf("maximum context length is ");
        if (from < 0 || !text.contains("in the messages") || asked.maxTokens() == 0) {
            return Optional.empty();
        }
        List<Long> numbers = numbers(text.substring(from));
        if (numbers.size() < 3) {
            return Optional.empty();
        }
        long room = numbers.get(0) - numbers.get(2);
        return room >= LEAST && room < asked.maxTokens()
                ? Optional.of(asked.withMaxTokens((int) room))
                : Optional.empty();
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end)) && end - at < 12) {
                end++;
            }
            if (end > at) {
                numbers.add(Long.parseLong(text.substring(at, end)));
            }
            at = end + 1;
        }
        return numbers;
    }
}
