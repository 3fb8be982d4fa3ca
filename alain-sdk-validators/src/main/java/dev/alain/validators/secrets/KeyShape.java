package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What keys of one sort look like.
 *
 * @param type short name, such as {@code openai}
 * @param label for people, with an article
 * @param variable the environment variable that such a key is usually read from
 * @param shown the beginning that all keys share; never secret
 * @param keywords in lower case; one of them stands in every key
 * @param context in lower case; one of them stands near every key whose shape says nothing
 * @param pattern the whole key
 * @param entropy the least bits a character after the shown beginning
 * @param strict whether neither hyphen nor underscore may stand before it
 * @param mixed whether it holds both letters and digits
 * @param notHex whether it holds more than hexadecimal digits
 * @param before how many characters stand before the keyword
 * @param runsBack the characters that may stand there, when there may also be fewer; else empty
 * @param window how many characters from the keyword on are looked at
 * @param notAfter texts in lower case after which it is no secret
 * @param after texts in lower case that may be glued to its front
 * @param dense whether it mixes cases or has a long stretch of letters and digits, as names of code do not
 */
record KeyShape(
        String type,
        String label,
        String variable,
        String shown,
        List<String> keywords,
        List<String> context,
        Pattern pattern,
        double entropy,
        boolean strict,
        boolean mixed,
        boolean notHex,
        int before,
        String runsBack,
        int window,
        List<String> notAfter,
        List<String> after,
        boolean dense) {
    private static final int USUAL_WINDOW = 340;

    /** The shapes of {@code key-shapes.json}; where two fit, the first one counts. */
    static List<KeyShape> all() {
        try {
            JsonNode file = new ObjectMapper().readTree(WordList.bytes("key-shapes.json"));
            List<KeyShape> shapes = new ArrayList<>();
            file.path("shapes").forEach(shape -> shapes.add(read(shape)));
            return List.copyOf(shapes);
        } catch (IOException e) {
            throw new UncheckedIOException("key-shapes.json", e);
        }
    }

    private static KeyShape read(JsonNode shape) {
        return new KeyShape(
                shape.path("type").asText(),
                shape.path("label").asText(),
                shape.path("variable").asText(),
                shape.path("prefix").asText(),
                texts(shape.path("keywords")),
                texts(shape.path("context")),
                pattern(shape),
                shape.path("entropy").asDouble(),
                shape.path("strict").asBoolean(),
                shape.path("mixed").asBoolean(),
                shape.path("notHex").asBoolean(),
                shape.path("before").asInt(),
                shape.path("runsBack").asText(),
                shape.path("window").asInt(USUAL_WINDOW),
                texts(shape.path("notAfter")),
                texts(shape.path("after")),
                shape.path("dense").asBoolean());
    }

    /** RE2/J stops at the first character that does not fit only if the pattern itself says where it starts. */
    private static Pattern pattern(JsonNode shape) {
        String text = shape.path("shape").asText();
        return Pattern.compile(shape.path("context").isEmpty() ? "^(?:" + text + ")" : text);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** Whether keys may be very long. */
    boolean isLong() {
        return window > 1_000;
    }

    /** Where a key would start whose keyword stands at an offset; -1 for nowhere. */
    int startOf(String text, int keyword) {
        if (runsBack.isEmpty()) {
            return keyword - before;
        }
        int start = keyword;
        while (start > 0 && keyword - start < before && runsBack.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    /** Whether nothing but its shape says what it is, so that its name must say so. */
    boolean needsName() {
        return !context.isEmpty() && shown.isEmpty();
    }

    /** Whether a word that such keys are glued to ends at an offset. */
    boolean isAfterGlue(String text, int at) {
        return after.stream().anyMatch(word -> text.regionMatches(true, at - word.length(), word, 0, word.length()));
    }

    /** Whether a text of this shape is random enough to be a key. */
    boolean isRandom(String key) {
        String secret = key.substring(Math.min(key.length(), shown.length()));
        return Entropy.of(secret) >= entropy
                && (!mixed || has(secret, '0', '9') && (has(secret, 'a', 'z') || has(secret, 'A', 'Z')))
                && (!notHex || has(secret, 'g', 'z') || has(secret, 'G', 'Z'))
                && (!dense || isDense(secret))
                && !Placeholders.isPlaceholder(secret);
    }

    private static boolean isDense(String text) {
        return has(text, 'a', 'z') && has(text, 'A', 'Z') || LikelySecrets.hasRun(text);
    }

    private static boolean has(String text, char from, char to) {
        return text.chars().anyMatch(c -> c >= from && c <= to);
    }
}
