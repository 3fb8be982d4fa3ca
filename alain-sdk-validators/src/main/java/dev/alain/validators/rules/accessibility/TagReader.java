package dev.alain.validators.rules.accessibility;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one HTML tag, forward only. */
final class TagReader {
    private final String text;
    private final int end;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String name = "";
    private boolean closing;
    private int at;

    /** A reader of the tag whose {@code <} stands at an index. */
    TagReader(String text, int start, int end) {
        this.text = text;
        this.end = end;
        this.at = start + 1;
    }

    /** Whether there was a whole tag. */
    boolean read() {
        closing = at < end && text.charAt(at) == '/';
        at += closing ? 1 : 0;
        name = word();
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            return false;
        }
        while (at < end && text.charAt(at) != '>') {
            attribute();
        }
        boolean whole = at < end;
        at += whole ? 1 : 0;
        return whole;
    }

    String name() {
        return name;
    }

    boolean closing() {
        return closing;
    }

    Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    int position() {
        return at;
    }

    private void attribute() {
        String key = word().toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            at++;
            return;
        }
        spaces();
        String value = "";
        if (at < end && text.charAt(at) == '=') {
            at++;
            spaces();
            value = value();
        }
        attributes.putIfAbsent(key, value);
    }

    private String value() {
        char quote = at < end ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            int start = at;
            while (at < end && text.charAt(at) != '>' && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }
        int start = ++at;
        int stop = text.indexOf(quote, start);
        int last = stop < 0 || stop > end ? end : stop;
        at = Math.min(last + 1, end);
        return text.substring(start, last);
    }

    private String word() {
        int start = at;
        while (at < end && isWordPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void spaces() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '@';
    }
}
