package dev.alain.validators.rules.colab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what follows {@code # @param}: a list of options, a JavaScript object, both or nothing.
 *
 * <p>Quotes of either kind, bare keys and a comma before the closing bracket are allowed.
 */
final class FormParser {
    private final String text;
    private int at;

    private FormParser(String text) {
        this.text = text;
    }

    /** Says where and why a description cannot be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The description of a field. */
    static FormSpec parse(String text) throws Unreadable {
        FormParser parser = new FormParser(text);
        parser.skipSpace();
        Optional<List<FormValue>> options = parser.peek() == '[' ? Optional.of(parser.list()) : Optional.empty();
        parser.skipSpace();
        Map<String, FormValue> properties = parser.peek() == '{' ? parser.object() : Map.of();
        return new FormSpec(options, properties);
    }

    private List<FormValue> list() throws Unreadable {
        List<FormValue> values = new ArrayList<>();
        at++;
        for (skipSpace(); peek() != ']'; skipSpace()) {
            values.add(value());
            separator(']');
        }
        at++;
        return values;
    }

    private Map<String, FormValue> object() throws Unreadable {
        Map<String, FormValue> properties = new HashMap<>();
        at++;
        for (skipSpace(); peek() != '}'; skipSpace()) {
            String key = isQuote(peek()) ? quoted() : bare();
            skipSpace();
            if (peek() != ':') {
                throw new Unreadable("\":\" is missing after " + key);
            }
            at++;
            skipSpace();
            properties.put(key, value());
            separator('}');
        }
        at++;
        return properties;
    }

    private FormValue value() throws Unreadable {
        if (isQuote(peek())) {
            return new FormValue(quoted(), true);
        }
        if (peek() == '[' || peek() == '{') {
            throw new Unreadable("lists and objects cannot be nested");
        }
        String word = bare();
        if (word.equals("True") || word.equals("False") || word.equals("None")) {
            throw new Unreadable(word + " is Python; write "
                    + (word.equals("None") ? "null" : word.toLowerCase(java.util.Locale.ROOT)));
        }
        return new FormValue(word, false);
    }

    private void separator(char closing) throws Unreadable {
        skipSpace();
        if (peek() == ',') {
            at++;
        } else if (peek() != closing) {
            throw new Unreadable(
                    at >= text.length()
                            ? "\"" + closing + "\" is missing at the end"
                            : "a comma is missing before " + rest());
        }
    }

    private String quoted() throws Unreadable {
        char quote = peek();
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            value.append(c);
        }
        throw new Unreadable("a quote is not closed");
    }

    private String bare() throws Unreadable {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || "_$.+-".indexOf(peek()) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new Unreadable(at >= text.length() ? "it ends too early" : "a value is missing before " + rest());
        }
        return text.substring(start, at);
    }

    private String rest() {
        return text.substring(at, Math.min(text.length(), at + 20));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
