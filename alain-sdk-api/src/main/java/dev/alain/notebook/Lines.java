package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Text as nbformat keeps it: a string or a list of lines, split where Python's {@code str.splitlines} splits. */
final class Lines {
    private Lines() {}

    /** The text of a multi-line string; a value that is none gives the empty string. */
    static String joined(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode line : node) {
            text.append(line.asText());
        }
        return text.toString();
    }

    static boolean isListOfStrings(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode line : node) {
            if (!line.isTextual()) {
                return false;
            }
        }
        return true;
    }

    /** Lines with their ends kept, as {@code str.splitlines(True)}; the empty text has none. */
    static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** The index after the line end that closes the line starting at {@code start}. */
    static int endOfLine(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '\u001e' ? isLowLineEnd(c) : c >= '\u0085' && isHighLineEnd(c)) {
                boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                return i + (crlf ? 2 : 1);
            }
        }
        return text.length();
    }

    private static boolean isLowLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c >= '\u001c';
    }

    private static boolean isHighLineEnd(char c) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
