package dev.alain.core.research;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The YAML block that opens a card, and where the card's body begins.
 *
 * @param values by key, in order; empty when there is no usable block
 * @param lines the line of each key, from 1
 * @param bodyLine the first line of the body, from 1
 * @param body the card without the block
 * @param warnings what was wrong with it
 */
record FrontMatter(
        Map<String, Object> values, Map<String, Integer> lines, int bodyLine, String body, List<String> warnings) {
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_MODEL_INDEX = 100 << 10;

    /** Splits a card; never throws. */
    static FrontMatter split(String text) {
        int open = openingLineEnd(text);
        if (open < 0) {
            return new FrontMatter(Map.of(), Map.of(), 1, text, List.of());
        }
        int close = closingLineStart(text, open);
        if (close < 0) {
            return unterminated(text, open);
        }
        String block = text.substring(open, close);
        int afterClose = text.indexOf('\n', close);
        String body = afterClose < 0 ? "" : text.substring(afterClose + 1);
        int firstLine = countLines(text, open) + 1;
        return read(block, firstLine, countLines(text, afterClose < 0 ? text.length() : afterClose + 1) + 1, body);
    }

    /** A card that opens a block and never closes it: the keys are read, and the rest is body. */
    private static FrontMatter unterminated(String text, int open) {
        FrontMatter all = read(text.substring(open), countLines(text, open) + 1, 1, text.substring(open));
        List<String> warnings = new ArrayList<>(all.warnings);
        warnings.add("the front matter is not closed by a line of three hyphens");
        return new FrontMatter(all.values, all.lines, countLines(text, open) + 1, all.body, List.copyOf(warnings));
    }

    private static FrontMatter read(String block, int firstLine, int bodyLine, String body) {
        List<String> warnings = new ArrayList<>();
        String usable = withoutLongModelIndex(block, warnings);
        Map<String, Integer> lines = new LinkedHashMap<>();
        Map<String, Object> values = usable.length() > LONGEST ? tooLong(warnings) : YamlReader.read(usable, warnings);
        String[] all = block.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            int line = firstLine + i;
            keyOf(all[i]).ifPresent(key -> lines.putIfAbsent(key, line));
        }
        return new FrontMatter(values, lines, bodyLine, body, List.copyOf(warnings));
    }

    private static Map<String, Object> tooLong(List<String> warnings) {
        warnings.add("the front matter is longer than 1 MiB and was not read");
        return Map.of();
    }

    private static int openingLineEnd(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (!text.startsWith("---", start)) {
            return -1;
        }
        int end = text.indexOf('\n', start);
        return end >= 0 && text.substring(start + 3, end).isBlank() ? end + 1 : -1;
    }

    private static int closingLineStart(String text, int from) {
        int line = from;
        while (line >= 0 && line < text.length()) {
            int end = text.indexOf('\n', line);
            String content = text.substring(line, end < 0 ? text.length() : end);
            if (content.startsWith("---") && content.substring(3).isBlank()) {
                return line;
            }
            line = end < 0 ? -1 : end + 1;
        }
        return -1;
    }

    /** Benchmarks can fill half a megabyte, and nothing here needs them. */
    private static String withoutLongModelIndex(String block, List<String> warnings) {
        int start = block.startsWith("model-index:") ? 0 : block.indexOf("\nmodel-index:") + 1;
        if (start == 0 && !block.startsWith("model-index:")) {
            return block;
        }
        int end = start;
        do {
            int next = block.indexOf('\n', end);
            end = next < 0 ? block.length() : next + 1;
        } while (end < block.length() && " -#\n".indexOf(block.charAt(end)) >= 0);
        if (end - start <= LONGEST_MODEL_INDEX) {
            return block;
        }
        warnings.add("the model-index of the front matter is longer than 100 KB and was not read");
        return block.substring(0, start) + block.substring(end);
    }

    static Optional<String> keyOf(String line) {
        int colon = line.indexOf(':');
        boolean key = colon > 0
                && line.substring(0, colon).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return key ? Optional.of(line.substring(0, colon)) : Optional.empty();
    }

    private static int countLines(String text, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The line of a key; the first of the block when the key is not found as written. */
    int line(String key) {
        return lines.getOrDefault(key, 1);
    }

    /** A single text; the first one of a list; empty for anything else. */
    Optional<String> text(String key) {
        return texts(key).stream().findFirst();
    }

    /** All texts under a key, whether they stand as one scalar or as a list. */
    List<String> texts(String key) {
        Object value = values.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> add(texts, item));
        } else {
            add(texts, value);
        }
        return texts;
    }

    private static void add(List<String> texts, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString().strip();
            if (!text.isEmpty() && !text.toLowerCase(Locale.ROOT).equals("null")) {
                texts.add(text);
            }
        }
    }
}
