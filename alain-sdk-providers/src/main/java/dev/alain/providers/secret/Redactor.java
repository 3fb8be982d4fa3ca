package dev.alain.providers.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets by {@code ***}: as they are, and as they look in URLs, in Base64 and in vendors' half-masked echoes.
 *
 * <p>Exact values, not shapes: a key of any vendor is found, and nothing else is touched. JSON is cleaned value by
 * value, since escapes can hide anything. Linear in the text. Immutable.
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
                .distinct()
                .toList();
    }

    /** Hides these values; those shorter than 6 characters are left alone. */
    public static Redactor of(List<String> values) {
        return values.isEmpty() ? NONE : new Redactor(values);
    }

    /** The text without secrets. */
    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }

    /** The same for a text that was cut somewhere, perhaps in the middle of a secret. */
    public String cleanCut(String text) {
        String clean = clean(text);
        int pending = pending(clean);
        return pending < SHORTEST ? clean : clean.substring(0, clean.length() - pending) + MASK;
    }

    /** The same for messages of vendors, which also echo parts of keys. */
    public String cleanMessage(String text) {
        String clean = cleanCut(text);
        for (String start : starts) {
            clean = withoutWords(clean, start);
        }
        return clean;
    }

    /** A value whose texts and names hold no secret: the same one when there is none. */
    public JsonNode clean(JsonNode value) {
        return secrets.isEmpty() ? value : masked(value).orElse(value);
    }

    /** A copy of a failure with the same trace, whose messages hold no secret; its kind stands in the message. */
    public Throwable clean(Throwable failure) {
        return copy(failure, 0);
    }

    /** How many characters at the end of a text may be the beginning of a secret. */
    int pending(String text) {
        int longest = 0;
        for (String secret : secrets) {
            int length = Math.min(secret.length() - 1, text.length());
            while (length > longest && !text.regionMatches(text.length() - length, secret, 0, length)) {
                length--;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Masks what was held back too long to be chance. */
    String cleanEnd(String held) {
        return held.length() < SHORTEST ? held : cleanCut(held);
    }

    boolean idle() {
        return secrets.isEmpty();
    }

    /** The value with its secrets masked; empty when it holds none, so that nothing large is copied for nothing. */
    private Optional<JsonNode> masked(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return maskedObject(object);
        }
        if (value instanceof ArrayNode array) {
            return maskedArray(array);
        }
        String text = value.asText();
        String clean = value.isTextual() ? cleanMessage(text) : clean(text);
        return clean.equals(text) ? Optional.empty() : Optional.of(JsonNodeFactory.instance.textNode(clean));
    }

    private Optional<JsonNode> maskedObject(ObjectNode object) {
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Optional<JsonNode> value = masked(field.getValue());
            String name = cleanMessage(field.getKey());
            if (value.isPresent() || !name.equals(field.getKey())) {
                copy = copy == null ? object.deepCopy() : copy;
                if (!name.equals(field.getKey())) {
                    copy.remove(field.getKey());
                }
                copy.set(name, value.orElse(field.getValue()));
            }
        }
        return Optional.ofNullable(copy);
    }

    private Optional<JsonNode> maskedArray(ArrayNode array) {
        ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            Optional<JsonNode> item = masked(array.get(i));
            if (item.isPresent()) {
                copy = copy == null ? array.deepCopy() : copy;
                copy.set(i, item.get());
            }
        }
        return Optional.ofNullable(copy);
    }

    private RedactedFailure copy(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        String message = failure.getMessage() == null ? "" : ": " + cleanMessage(failure.getMessage());
        String kind =
                failure instanceof RedactedFailure ? "" : failure.getClass().getName();
        RedactedFailure copy = new RedactedFailure(
                (kind + message).replaceFirst("^: ", ""), cause == null || depth > 8 ? null : copy(cause, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    /** Masks each word that begins so. */
    private static String withoutWords(String text, String start) {
        int at = text.indexOf(start);
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = wordEnd(text, at);
            boolean word = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (word && end - at >= ECHOED + 2) {
                clean.append(text, done, at).append(MASK);
                done = end;
            }
            at = text.indexOf(start, end);
        }
        return clean.append(text, done, text.length()).toString();
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
