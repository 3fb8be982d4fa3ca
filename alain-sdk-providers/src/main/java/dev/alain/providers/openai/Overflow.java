package dev.alain.providers.openai;

import dev.alain.providers.dialect.Asking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the numbers of vLLM's sentences on a request that does not fit, such as "maximum context length is 16384
 * tokens. However, you requested 18000 tokens (8000 in the messages, 10000 in the completion)".
 *
 * <p>Where the prompt alone would fit, asking for less answer is right; where it would not, nothing helps.
 */
final class Overflow {
    /** An answer shorter than this is of no use. */
    private static final int LEAST = 256;

    private static final List<String> LIMIT = List.of("context length is only ", "context length is ");
    private static final List<String> PROMPT = List.of("tokens (", "request has ", "you passed ");

    private Overflow() {}

    static Optional<Asking> shorter(String message, Asking asked) {
        String text = message.toLowerCase(Locale.ROOT);
        long limit = after(text, LIMIT);
        long prompt = after(text, PROMPT);
        long room = limit - prompt;
        boolean fits = limit > 0 && prompt > 0 && room >= LEAST && room < asked.maxTokens();
        return fits ? Optional.of(asked.withMaxTokens((int) room)) : Optional.empty();
    }

    /** The number behind the first of these words; 0 for none. */
    private static long after(String text, List<String> words) {
        for (String word : words) {
            int from = text.indexOf(word) + word.length();
            int end = from;
            while (from >= word.length()
                    && end < text.length()
                    && Character.isDigit(text.charAt(end))
                    && end - from < 12) {
                end++;
            }
            if (end > from) {
                return Long.parseLong(text.substring(from, end));
            }
        }
        return 0;
    }
}
