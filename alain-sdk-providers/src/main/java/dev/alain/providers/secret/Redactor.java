package dev.alain.providers.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets by {@code ***}: as they are, and as they look in URLs, in Base64 and in vendors' half-masked echoes.
 *
 * <p>Exact values, not shapes: a key of any vendor is found, and nothing else is touched. Immutable.
 */
public final class Redactor {
    /** Knows no secret. */
    public static final Redactor NONE = new Redactor(List.of());

    private static final String MASK = "***";
    /** A shorter value would blot out ordinary words. */
    private static final int SHORTEST = 6;
    /** Vendors echo the first letters of a wrong key and stars for the rest. */
    private static final int ECHOED = 4;

    private final List<String> secrets;
    private final List<String> starts;

    private Redactor(List<String> values) {
        Set<String> forms = new LinkedHashSet<>();
        for (String value : values) {
            forms.add(value);
            forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
            forms.add(base64(value, 0));
            forms.add(base64(value, 1));
            forms.add(base64(value, 2));
        }
        this.secrets = forms.stream()
                .filter(form -> form.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        this.starts = values.stream()
                .filter(value -> value.length() > 2 * ECHOED)
                .map(value -> value.substring(0, ECHOED))
                .toList();
    }

    /** Hides these values; those shorter than 6 characters are left alone. */
    public static Redactor of(List<String> values) {
        return values.isEmpty() ? NONE : new Redactor(values);
    }

    /** Hides what both hide. */
    public Redactor and(List<String> values) {
        List<String> all = new ArrayList<>(values);
        all.addAll(secrets);
        return of(all);
    }

    /** The text without secrets. */
    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }

    /** The same for messages of vendors, which also echo parts of keys. */
    public String cleanMessage(String text) {
        String clean = clean(text);
        for (String start : starts) {
            for (int at = clean.indexOf(start); at >= 0; at = clean.indexOf(start, at + MASK.length())) {
                int end = wordEnd(clean, at);
                if (at > 0 && inWord(clean.charAt(at - 1)) || end - at < ECHOED + 2) {
                    continue;
                }
                clean = clean.substring(0, at) + MASK + clean.substring(end);
            }
        }
        return clean;
    }

    /** A copy of a failure with the same trace, whose messages hold no secret; its kind stands in the message. */
    public Throwable clean(Throwable failure) {
        return copy(failure, 0);
    }

    /** How many characters at the end of a text may be the beginning of a secret. */
    int pending(String text) {
        int longest = 0;
        for (String secret : secrets) {
            for (int length = Math.min(secret.length() - 1, text.length()); length > longest; length--) {
                if (text.endsWith(secret.substring(0, length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    boolean idle() {
        return secrets.isEmpty();
    }

    private RedactedFailure copy(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        String message = failure.getMessage() == null ? "" : ": " + cleanMessage(failure.getMessage());
        RedactedFailure copy = new RedactedFailure(
                failure.getClass().getName() + message, cause == null || depth > 8 ? null : copy(cause, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    /** The part of the Base64 form that does not depend on what stands before and after. */
    private static String base64(String value, int offset) {
        byte[] bytes = (" ".repeat(offset) + value).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int from = offset == 0 ? 0 : offset + 1;
        int to = encoded.length() - (bytes.length % 3 == 0 ? 0 : 1);
        return from < to ? encoded.substring(from, to) : "";
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && inWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean inWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_' || letter == '*' || letter == '.';
    }

    /** What is left of a failure of another library. */
    private static final class RedactedFailure extends Exception {
        private static final long serialVersionUID = 1L;

        RedactedFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
