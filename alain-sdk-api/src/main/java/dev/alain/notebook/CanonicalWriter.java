package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON bytes as Python's {@code json.dumps(indent=1, sort_keys=True)} writes them.
 *
 * <p>Knows layout, escapes and numbers; what a notebook's strings look like on disk is decided by {@link NotebookWriter}.
 */
final class CanonicalWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final boolean ascii;
    private final String separator;
    private byte[] out = new byte[16 * 1024];
    private int size;
    private int depth;

    /**
     * @param ascii whether characters above U+007E are escaped, as format 3 does
     * @param separator what ends an item that is not the last: "," today, ", " in format 2
     */
    CanonicalWriter(boolean ascii, String separator) {
        this.ascii = ascii;
        this.separator = separator;
    }

    byte[] bytesWithFinalNewline() {
        ascii('\n');
        return Arrays.copyOf(out, size);
    }

    /** Opens an object or array that has at least one item. */
    void open(char bracket) {
        ascii(bracket);
        depth++;
    }

    void close(char bracket) {
        depth--;
        newline();
        ascii(bracket);
    }

    /** Goes to the next item of the open object or array. */
    void item(boolean first) {
        if (!first) {
            raw(separator);
        }
        newline();
    }

    void key(String key) {
        string(key, 0, key.length());
        ascii(':');
        ascii(' ');
    }

    void empty(boolean array) {
        raw(array ? "[]" : "{}");
    }

    void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue(), 0, node.textValue().length());
            default -> raw(scalar(node));
        }
    }

    /** A text as the list of its lines, ends kept. */
    void lines(String text) {
        if (text.isEmpty()) {
            empty(true);
            return;
        }
        open('[');
        int start = 0;
        while (start < text.length()) {
            int end = Lines.endOfLine(text, start);
            item(start == 0);
            string(text, start, end);
            start = end;
        }
        close(']');
    }

    /** The keys of an object in the order in which they are written. */
    static String[] sortedKeys(JsonNode object) {
        String[] keys = new String[object.size()];
        int count = 0;
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            keys[count++] = names.next();
        }
        Arrays.sort(keys, CodePointOrder.INSTANCE);
        return keys;
    }

    private void object(JsonNode node) {
        if (node.isEmpty()) {
            empty(false);
            return;
        }
        open('{');
        boolean first = true;
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            item(true);
            key(only.getKey());
            value(only.getValue());
        } else {
            for (String key : sortedKeys(node)) {
                item(first);
                first = false;
                key(key);
                value(node.get(key));
            }
        }
        close('}');
    }

    private void array(JsonNode node) {
        if (node.isEmpty()) {
            empty(true);
            return;
        }
        open('[');
        for (int i = 0; i < node.size(); i++) {
            item(i == 0);
            value(node.get(i));
        }
        close(']');
    }

    private static String scalar(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return PythonNumbers.repr(node.doubleValue());
        }
        return node.asText();
    }

    private void newline() {
        ensure(depth + 1);
        out[size++] = '\n';
        for (int i = 0; i < depth; i++) {
            out[size++] = ' ';
        }
    }

    private void raw(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    private void ascii(char c) {
        ensure(1);
        out[size++] = (byte) c;
    }

    private void string(String text, int from, int to) {
        ensure((to - from) * 6 + 2);
        byte[] buffer = out;
        int at = size;
        buffer[at++] = '"';
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                buffer[at++] = (byte) c;
                i++;
            } else {
                size = at;
                i += special(text, i, c);
                at = size;
            }
        }
        buffer[at++] = '"';
        size = at;
    }

    /** Writes a character that needs more than one byte; returns how many UTF-16 units it took. */
    private int special(String text, int i, char c) {
        if (c < 0x80) {
            escapeOrDelete(c);
            return 1;
        }
        if (Character.isSurrogate(c)) {
            return surrogate(text, i, c);
        }
        if (ascii) {
            unicode(c);
        } else if (c < 0x800) {
            out[size++] = (byte) (0xc0 | c >> 6);
            out[size++] = (byte) (0x80 | c & 0x3f);
        } else {
            out[size++] = (byte) (0xe0 | c >> 12);
            out[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            out[size++] = (byte) (0x80 | c & 0x3f);
        }
        return 1;
    }

    private int surrogate(String text, int i, char c) {
        boolean pair =
                Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        if (ascii) {
            unicode(c);
            return 1;
        }
        if (!pair) {
            throw new IllegalArgumentException("lone surrogate U+%04X cannot be written as UTF-8".formatted((int) c));
        }
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        out[size++] = (byte) (0xf0 | point >> 18);
        out[size++] = (byte) (0x80 | point >> 12 & 0x3f);
        out[size++] = (byte) (0x80 | point >> 6 & 0x3f);
        out[size++] = (byte) (0x80 | point & 0x3f);
        return 2;
    }

    private void escapeOrDelete(char c) {
        int letter = "\"\\\n\r\t\b\f".indexOf(c);
        if (letter >= 0) {
            out[size++] = '\\';
            out[size++] = (byte) "\"\\nrtbf".charAt(letter);
        } else if (c == 0x7f) {
            out[size++] = (byte) c;
        } else {
            unicode(c);
        }
    }

    private void unicode(char c) {
        out[size++] = '\\';
        out[size++] = 'u';
        out[size++] = HEX[c >> 12];
        out[size++] = HEX[c >> 8 & 15];
        out[size++] = HEX[c >> 4 & 15];
        out[size++] = HEX[c & 15];
    }

    private void ensure(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
