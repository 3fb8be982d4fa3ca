package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that stand for a value. */
final class Literals {
    private static final Map<String, JsonNode> WORDS = Map.of(
            "true", BooleanNode.TRUE,
            "false", BooleanNode.FALSE,
            "null", NullNode.getInstance(),
            "none", NullNode.getInstance(),
            "undefined", NullNode.getInstance());
    private static final List<String> CUT = List.of("true", "false", "null");

    private Literals() {}

    /** The value of the word, or null when it has none. */
    static @Nullable JsonNode of(String word) {
        if (word.length() > 9 || word.length() < 4) {
            return null;
        }
        JsonNode value = WORDS.get(word.toLowerCase(Locale.ROOT));
        boolean spelling = word.equals(word.toLowerCase(Locale.ROOT))
                || word.equals(word.toUpperCase(Locale.ROOT))
                || word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        return spelling ? value : null;
    }

    /** Whether the word is written as JSON has it. */
    static boolean strict(String word) {
        return word.equals("true") || word.equals("false") || word.equals("null");
    }

    /** Not a number, or infinite. */
    static boolean notFinite(String word) {
        String bare =
                word.startsWith("-") || word.startsWith("+") ? word.substring(1).strip() : word;
        return bare.equals("NaN") || bare.equals("Infinity");
    }

    /** The value that a word at the end of the text was going to be, or null. */
    static @Nullable JsonNode cut(String word) {
        if (word.isEmpty()) {
            return null;
        }
        String small = word.toLowerCase(Locale.ROOT);
        for (String literal : CUT) {
            if (literal.startsWith(small) && small.length() < literal.length()) {
                return WORDS.get(literal);
            }
        }
        return null;
    }

    /** Whether a literal in any spelling stands there, as a whole word. */
    static boolean startsAt(Source source, int position) {
        int at = position;
        while (at < source.end && at - position < 10 && Source.wordPart(source.at(at))) {
            at++;
        }
        return of(source.text.substring(position, at)) != null;
    }
}
